package import Domain
import Screen

/// Events of the log, a row each.
package enum LogText {
  package static func lines(_ events: [Event], names: LabelNames) -> [String] {
    var table = TextTable([
      .init("event", .right), .init("when"), .init("what"), .init("by", widest: 20),
      .init("of", widest: 56, cut: .end), .init("hash"),
    ])
    for event in events {
      table.append([
        SafeText(Figures.count(event.seq)), SafeText(String(event.draft.at.text.prefix(16))),
        SafeText(event.body.type.rawValue), SafeText(event.draft.actor.text),
        of(event.body, names), SafeText(String(event.hash.hex.prefix(8))),
      ])
    }
    return table.lines()
  }

  private static func of(_ body: EventBody, _ names: LabelNames) -> SafeText {
    switch body {
    case .genesis(let genesis): return "\(genesis.name)"
    case .config(let change): return "settings \(String(change.digest.hex.prefix(8)))"
    case .role(let member):
      return "\(member.id.text): \(member.roles.map(\.rawValue).joined(separator: ", "))"
    case .imported(let record):
      return
        "batch \(record.batch), \(record.source): \(Words.count(record.ratingsNew, "new rating"))"
    case .decision(let decision):
      return "\(decision.seatID.unit.item.text) \(ruled(decision.outcome, names))"
    case .withdraw(let body): return "\(body.seatID.unit.item.text), the ruling at \(body.base)"
    case .reopen(let body): return "\(body.seatID.unit.item.text), the ruling at \(body.base)"
    case .flag(let remark):
      return "\(remark.unit.item.text) \(remark.isRaised ? "raised" : "lowered") \(remark.text)"
    case .comment(let remark): return "\(remark.unit.item.text) \(remark.text)"
    case .refused(let record):
      return "\(record.attempt) \(record.unit?.item.text ?? "") \(record.code)"
    case .recovered(let recovery): return "\(Words.count(recovery.bytes, "byte")) cut off"
    }
  }

  private static func ruled(_ outcome: Outcome, _ names: LabelNames) -> SafeText {
    outcome.value.map { names.short($0) } ?? SafeText(Words.outcome(outcome))
  }
}
