import Domain
import Screen

extension Model {
  /// Writes a clause with the open item as its example, or adds it to one.
  ///
  /// - Parameter target: nil for a new clause.
  mutating func draftClause(_ target: FormTarget?, isCounterExample: Bool) -> [Effect] {
    guard let item, let opened = item.opened, let unit = item.dossier else { return [] }
    let example = ClauseExample(
      reading: opened.dossier.item.payload.reading, of: unit.facts.id)
    let ruling = unit.ruling
    let seq = ruling?.seq
    guard let target else {
      var contested = item.contest.entries.filter { $0.votes > 0 }.flatMap {
        $0.value.mentionedLabels
      }
      contested += ruling?.decision.outcome.value?.mentionedLabels ?? []
      let names = Set(contested).sorted { look.place($0) < look.place($1) }
      let reason = item.draft.reason ?? ruling?.decision.reason
      return openNewForm(
        ClauseText(
          title: reason ?? names.map { look.name($0).plain }.joined(separator: " or "),
          labels: contested, statement: item.draft.rationale ?? ruling?.decision.rationale ?? "",
          examples: isCounterExample ? [] : [example],
          counterExamples: isCounterExample ? [example] : [], bornFrom: seq.map { [$0] } ?? []))
    }
    return openForm(target) { draft in
      draft.clause.examples.removeAll { $0.unit == example.unit }
      draft.clause.counterExamples.removeAll { $0.unit == example.unit }
      if isCounterExample {
        draft.clause.counterExamples.append(example)
      } else {
        draft.clause.examples.append(example)
      }
      draft.clause = draft.clause.born(also: seq)
    }
  }
}

extension UnitDossier {
  /// The ruling that stands, with its place in the log.
  fileprivate var ruling: (seq: Int, decision: Decision)? {
    guard let standing = facts.seats[.main], standing.status == .ruled else { return nil }
    let event = history.first { $0.seq == standing.seq }
    guard case .decision(let decision)? = event?.body else { return nil }
    return (standing.seq, decision)
  }
}
