import Domain

/// Writes one row a unit: what is gold, and where it comes from. The format `tiebreak-gold` reads it
/// back.
public struct GoldExporter {
  /// The header row.
  public static let columns = [
    "item", "question", "outcome", "kind", "label", "source", "agreement", "votes", "by", "at",
    "reason", "rationale", "clauses", "guideline", "probability",
  ]
  /// The header before there were probabilities; it is read like the other.
  static let earlierColumns = Array(columns.dropLast())
  /// What of a row does not come back.
  public static let losses = [
    "where a value comes from, its agreement, votes and probability",
    "values of models of annotators, which are no gold",
    "who ruled, why, and by which clauses and version", "units without a value",
    "what items show",
  ]

  private var writer: TableWriter

  /// Cells that were changed because a spreadsheet would have run them.
  public var neutralised: Int { writer.neutralised }

  /// Writes the header.
  public init(
    formulas: FormulaCells = .exact, sink: @escaping ByteSink
  ) throws(InterchangeError) {
    writer = TableWriter(formulas: formulas, sink: sink)
    try writer.append(row: Self.columns)
  }

  public mutating func append(_ row: GoldRow) throws(InterchangeError) {
    let votes: JSONText = .array(
      row.votes.map { .array([.string(ValueText.text($0.value)), .integer($0.count)]) })
    try writer.append(row: [
      row.unit.item.text, row.unit.question.text, row.outcome?.kind.rawValue ?? "",
      row.value?.kind.rawValue ?? "", row.value.map(ValueText.text) ?? "", row.source.rawValue,
      row.agreement.map(Decimals.shortest) ?? "", row.votes.isEmpty ? "" : votes.text(),
      row.by?.text ?? "", row.at?.text ?? "", row.reason ?? "", row.rationale ?? "",
      row.clauses.map(\.text).joined(separator: " "),
      row.guideline > 0 ? String(row.guideline) : "",
      row.probability.map(Decimals.shortest) ?? "",
    ])
  }

  /// Hands what is left to the sink.
  public mutating func finish() throws(InterchangeError) {
    try writer.flush()
  }
}
