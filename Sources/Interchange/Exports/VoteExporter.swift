public import Domain

/// Writes ratings and rulings as one long table, which the format `tiebreak-votes` reads back.
public struct VoteExporter {
  /// The header row.
  public static let columns = [
    "item", "question", "annotator", "kind", "label", "origin", "round", "at", "seconds",
    "confidence", "note", "flagged", "outcome", "by", "reason", "clauses",
  ]
  /// What of a rating does not come back.
  public static let losses = [
    "an empty annotator, round or note comes back as none", "who ruled, why, and by which clauses",
    "rulings without a value", "items without a rating, and what items show",
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

  public mutating func append(_ rating: Rating) throws(InterchangeError) {
    try writer.append(row: [
      rating.unit.item.text, rating.unit.question.text, rating.annotator?.text ?? "",
      rating.value.kind.rawValue, ValueText.text(rating.value), rating.origin.rawValue,
      rating.round ?? "", rating.at?.text ?? "", rating.milliseconds.map(Decimals.seconds) ?? "",
      rating.confidence?.source ?? "", rating.note ?? "", rating.isFlagged ? "1" : "", "", "", "",
      "",
    ])
  }

  /// Appends the ruling of a unit; a unit that nobody ruled on has no row.
  public mutating func append(ruling row: GoldRow) throws(InterchangeError) {
    guard let outcome = row.outcome else { return }
    let value = outcome.value
    try writer.append(row: [
      row.unit.item.text, row.unit.question.text, "", value?.kind.rawValue ?? "",
      value.map(ValueText.text) ?? "", Origin.gold.rawValue, "", row.at?.text ?? "", "", "",
      row.rationale ?? "", "", outcome.kind.rawValue, row.by?.text ?? "", row.reason ?? "",
      row.clauses.map(\.text).joined(separator: " "),
    ])
  }

  /// Hands what is left to the sink.
  public mutating func finish() throws(InterchangeError) {
    try writer.flush()
  }
}
