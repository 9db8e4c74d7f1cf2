package import Domain

/// Which rulings come out as a clause says that is being written, with what was ruled on.
package struct ClauseEvidence: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let found: ClauseAgreement.Case
    /// The item's text, or its beginning.
    package let reading: String

    package init(found: ClauseAgreement.Case, reading: String) {
      self.found = found
      self.reading = reading
    }
  }

  package let verdict: ClauseAgreement.Verdict
  /// Of all rulings, also of those that are not listed.
  package let contradicting: Int
  package let agreeing: Int
  package let silent: Int
  /// Those that contradict, those that agree, those that are silent; of each the latest, up to a limit.
  package let entries: [Entry]

  package init(_ agreement: ClauseAgreement, entries: [Entry]) {
    verdict = agreement.verdict
    contradicting = agreement.count(.contradicts)
    agreeing = agreement.count(.agrees)
    silent = agreement.count(.silent)
    self.entries = entries
  }

  package func count(_ stand: ClauseAgreement.Stand) -> Int {
    switch stand {
    case .contradicts: contradicting
    case .agrees: agreeing
    case .silent: silent
    }
  }
}
