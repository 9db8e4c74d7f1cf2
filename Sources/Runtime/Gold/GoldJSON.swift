import Agreement
package import Domain
package import Interchange
import Store

/// Gold for scripts.
package enum GoldJSON {
  package static func json(_ report: GoldReport, pass: Double? = nil) -> JSONText {
    [
      "answers": .string(report.extent.rawValue), "pass": ValueJSON.real(pass),
      "units": .array(report.entries.map { json($0) }),
      "annotators": .array(report.people.map { json($0, pass: pass) }),
      "unmeasured": .integer(report.unmeasured),
    ]
  }

  package static func json(_ change: GoldChange, _ event: Event) -> JSONText {
    .object([
      .init("item", .string(change.unit.item.text)),
      .init("question", .string(change.unit.question.text)),
      .init("seq", .integer(event.seq)), .init("marked", .boolean(change.mark != nil)),
      .init("gold", change.mark.map { ValueJSON.json($0.outcome) } ?? nil),
      .init("ruling", change.mark?.ruling.map { .integer($0) } ?? nil),
    ])
  }

  private static func json(_ entry: GoldReport.Entry) -> JSONText {
    var members: [JSONText.Member] = [
      .init("item", .string(entry.gold.unit.item.text)),
      .init("question", .string(entry.gold.unit.question.text)),
      .init("gold", ValueJSON.json(entry.gold.outcome)),
    ]
    switch entry.gold.origin {
    case .marked(let standing, let mark):
      members += [
        .init("origin", "marked"), .init("seq", .integer(standing.seq)),
        .init("by", .string(standing.by.text)), .init("at", .string(standing.at.text)),
        .init("guideline", .integer(mark.guideline)),
        .init("ruling", mark.ruling.map { .integer($0) } ?? nil),
        .init("ruling_stands", mark.ruling == nil ? nil : .boolean(!entry.gold.isBereft)),
      ]
    case .imported(let batch):
      members += [.init("origin", "imported"), .init("batch", .integer(batch))]
    }
    members += [
      .init("passed", .integer(entry.passed)), .init("asked", .integer(entry.asked)),
      .init("rival", entry.rival.map { ValueJSON.json($0) } ?? nil),
      .init(
        "suspect",
        entry.suspicion.map {
          .object([.init("usual", .real($0.usual)), .init("chance", .real($0.chance))])
        } ?? nil),
    ]
    return .object(members)
  }

  private static func json(_ person: GoldReport.Person, pass: Double?) -> JSONText {
    var members: [JSONText.Member] = [
      .init("annotator", .string(person.annotator.text)),
      .init("passed", .integer(person.passed)), .init("asked", .integer(person.asked)),
      .init("unseen", .integer(person.seeded)), .init("declined", .integer(person.declined)),
      .init("rate", EstimateJSON.json(person.rate)),
    ]
    if let pass {
      let verdict = person.verdict(at: pass)
      members.append(.init("verdict", ValueJSON.text(verdict?.rawValue)))
    }
    members.append(
      .init(
        "confusions",
        .array(
          person.confusions.map {
            .object([
              .init("right", ValueJSON.json($0.right)), .init("said", ValueJSON.json($0.said)),
              .init("count", .integer($0.count)),
            ])
          })))
    return .object(members)
  }
}
