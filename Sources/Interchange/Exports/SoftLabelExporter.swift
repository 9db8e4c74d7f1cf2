import Domain

/// Writes one JSON object a line and unit: how the ratings are distributed, and what is gold. The
/// format `tiebreak-soft` reads the gold values back.
public struct SoftLabelExporter {
  /// What of a row does not come back.
  public static let losses = [
    "the distributions of ratings and of the models of annotators: they are none",
    "values of models of annotators, which are no gold", "who ruled, why, and by which clauses",
    "units without a value", "what items show",
  ]

  private let sink: ByteSink
  private var buffer: [UInt8] = []
  private static let flushSize = 64 * 1024

  public init(sink: @escaping ByteSink) {
    self.sink = sink
  }

  /// Appends a unit. Shares are counts by ratings that are no abstentions, in the order of the votes.
  public mutating func append(_ row: GoldRow) throws(InterchangeError) {
    let votes = row.votes.filter { $0.value != .abstained }
    let total = votes.reduce(0) { $0 + $1.count }
    var members: [JSONText.Member] = [
      .init("item", .string(row.unit.item.text)),
      .init("question", .string(row.unit.question.text)), .init("ratings", .integer(total)),
      .init("distribution", .object(Self.shares(votes, total: total))),
      .init("source", .string(row.source.rawValue)),
    ]
    if let outcome = row.outcome {
      members.append(.init("outcome", .string(outcome.kind.rawValue)))
    }
    if let value = row.value {
      // What models of annotators say never goes by the name of gold.
      let name = row.source == .model ? "label" : "gold"
      members.append(.init(name, JSONText(value.canonical)))
    }
    if let probability = row.probability {
      members.append(.init("probability", .real(probability)))
      members.append(.init("model", .object(Self.shares(row.shares))))
    }
    if let at = row.at { members.append(.init("at", .string(at.text))) }
    JSONText.object(members).append(to: &buffer)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.flushSize { try finish() }
  }

  /// Hands what is left to the sink.
  public mutating func finish() throws(InterchangeError) {
    try buffer.withUnsafeBufferPointer { bytes throws(InterchangeError) in
      if !bytes.isEmpty { try sink(UnsafeRawBufferPointer(bytes)) }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func shares(_ shares: [ModelledValue.Share]) -> [JSONText.Member] {
    var order: [LabelID] = []
    var sums: [LabelID: Double] = [:]
    for share in shares {
      let name = LabelID(ValueText.text(share.value))
      if sums[name] == nil { order.append(name) }
      sums[name, default: 0] += share.probability
    }
    return order.map { .init($0.text, .real(sums[$0] ?? 0)) }
  }

  /// Values that read alike are one member: no object names a member twice.
  private static func shares(_ votes: [VoteCount], total: Int) -> [JSONText.Member] {
    var order: [LabelID] = []
    var counts: [LabelID: Int] = [:]
    for vote in votes {
      let name = LabelID(ValueText.text(vote.value))
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += vote.count
    }
    return order.map { name in
      .init(name.text, .real(Double(counts[name] ?? 0) / Double(total)))
    }
  }
}
