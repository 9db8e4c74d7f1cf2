package import Domain
import Screen

/// What is done with an earlier ruling on the same labels.
package enum PrecedentUse: Hashable, Sendable {
  /// Its outcome is ruled again, and the ruling says which one it follows.
  case follow
  /// The ruling says that it is no such case, and why.
  case distinguish
}

extension Model {
  /// The earlier rulings that may be shown: none while they would tell hidden votes.
  package var precedents: [Precedent] {
    hidesVotes ? [] : item?.dossier?.precedents ?? []
  }

  /// By what they stand in their order.
  var precedentOrder: SafeText {
    precedents.first?.likeness == nil ? "latest first" : "most alike first"
  }

  /// Uses the only precedent at once; of several one is chosen first.
  mutating func usePrecedent(_ use: PrecedentUse) -> [Effect] {
    guard let only = precedents.first, precedents.count == 1 else {
      asking = .prompt(Prompt(.precedent(use)))
      return []
    }
    return usePrecedent(only.seq, use)
  }

  mutating func usePrecedent(_ seq: Int, _ use: PrecedentUse) -> [Effect] {
    guard let precedent = precedents.first(where: { $0.seq == seq }) else { return [] }
    switch use {
    case .follow:
      let effects = changeDraft { draft in
        draft.follows = [seq]
        draft.distinguishes.removeAll { $0 == seq }
      }
      return effects + give(precedent.outcome)
    case .distinguish:
      guard item?.draft.distinguishes.contains(seq) != true else {
        return changeDraft { $0.distinguishes.removeAll { $0 == seq } }
      }
      asking = .prompt(Prompt(.distinguish(seq)))
      return []
    }
  }

  /// Says why the open unit is no case of an earlier ruling; the note keeps the words.
  mutating func distinguish(_ seq: Int, because why: String) -> [Effect] {
    guard let precedent = precedents.first(where: { $0.seq == seq }) else { return [] }
    return changeDraft { draft in
      draft.follows.removeAll { $0 == seq }
      if !draft.distinguishes.contains(seq) { draft.distinguishes.append(seq) }
      let words = "Not as \(precedent.unit.item.text): \(why)"
      draft.rationale = draft.rationale.map { "\($0)\n\(words)" } ?? words
    }
  }

  /// Opens an earlier ruling to be read; `q` comes back.
  mutating func openPrecedent(_ place: Int) -> [Effect] {
    guard precedents.indices.contains(place) else { return [] }
    let unit = precedents[place].unit
    remember()
    return openItem(unit, isRemembered: false)
  }
}

extension UnitDossier {
  /// What a draft says of earlier rulings, in a few words.
  func words(on draft: Draft) -> String {
    let name = { (seq: Int) in
      precedents.first { $0.seq == seq }?.unit.item.text ?? "event \(seq)"
    }
    let follows = draft.follows.map { "as \(name($0))" }
    let others = draft.distinguishes.map { "not as \(name($0))" }
    return (follows + others).joined(separator: ", ")
  }
}
