package import Domain
package import Interchange
import Screen

/// What came of imports, for people and for scripts.
package enum ImportReports {
  package static func lines(_ outcome: ImportOutcome) -> [String] {
    let name = Words.plain(outcome.name)
    switch outcome.effect {
    case .alreadyThere(let batch):
      return ["\(name): imported already, as batch \(batch), in the same way. Nothing changed."]
    case .added(let record):
      var lines = ["\(name): \(changes(record)) (batch \(record.batch), \(record.importer))."]
      if outcome.repeats > 0 {
        lines.append(
          "  \(Words.count(outcome.repeats, "rating")) repeated by the same annotator: one of each "
            + "counts, all are kept.")
      }
      if record.rowsRefused > 0 {
        lines.append(
          "  \(Words.count(record.rowsRefused, "row")) could not be read and stayed out:")
        lines += outcome.findings.filter(\.isRefusal).prefix(5)
          .map { "    " + SafeText.line("\($0)") }
        if let file = outcome.refusedFile {
          lines.append("  They are all in \(Words.plain(file, limit: 200))")
        }
      }
      if outcome.doubted > 0 {
        lines.append(
          "  It changes votes on units that were ruled: \(Words.count(outcome.doubted, "ruling")) in "
            + "doubt, back in the queue (doubt:ratings).")
      }
      let others = outcome.findings.filter { !$0.isRefusal && $0.code != .repeatedRating }
      lines += others.prefix(3).map { "  " + SafeText.line("\($0)") }
      return lines
    }
  }

  private static func changes(_ record: ImportRecord) -> String {
    var parts = [
      Words.count(record.itemsNew, "new item"), Words.count(record.ratingsNew, "new rating"),
    ]
    if record.itemsChanged > 0 { parts.append(Words.count(record.itemsChanged, "changed item")) }
    if record.ratingsChanged > 0 {
      parts.append(Words.count(record.ratingsChanged, "changed rating"))
    }
    if record.ratingsGone > 0 { parts.append(Words.count(record.ratingsGone, "retracted rating")) }
    return Words.list(parts)
  }

  package static func json(_ outcomes: [ImportOutcome], project: ProjectSummary?) -> JSONText {
    var members: [JSONText.Member] = [.init("imports", .array(outcomes.map { json($0) }))]
    if let project {
      members += [
        .init("items", .integer(project.items)), .init("ratings", .integer(project.ratings)),
        .init("open", .integer(project.open)),
      ]
    }
    return .object(members)
  }

  private static func json(_ outcome: ImportOutcome) -> JSONText {
    switch outcome.effect {
    case .alreadyThere(let batch):
      return [
        "source": .string(outcome.name), "changed": false, "batch": .integer(batch),
      ]
    case .added(let record):
      return [
        "source": .string(outcome.name), "changed": true, "batch": .integer(record.batch),
        "format": .string(record.importer), "sha256": .string(record.sha256.hex),
        "items_new": .integer(record.itemsNew), "items_changed": .integer(record.itemsChanged),
        "ratings_new": .integer(record.ratingsNew),
        "ratings_changed": .integer(record.ratingsChanged),
        "ratings_gone": .integer(record.ratingsGone),
        "rulings_doubted": .integer(outcome.doubted), "repeats": .integer(outcome.repeats),
        "rows_refused": .integer(record.rowsRefused),
        "refused_file": ValueJSON.text(outcome.refusedFile),
        "findings": .array(
          outcome.counts.map {
            .object([
              .init("code", .string($0.code.rawValue)), .init("count", .integer($0.count)),
            ])
          }),
      ]
    }
  }
}
