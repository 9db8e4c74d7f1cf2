import Agreement
import Testing

/// Hovy, Berg-Kirkpatrick, Vaswani & Hovy 2013, "Learning whom to trust with MACE": the worked
/// example that comes with the authors' program, parts of speech of five words by five annotators.
@Suite struct Hovy2013Tests {
  private static let words = [
    ["NOUN", "", "", "NOUN", "PRON"], ["VERB", "VERB", "", "VERB", ""],
    ["ADJ", "", "ADJ", "", "ADV"],
    ["", "VERB", "", "VERB", "ADV"], ["NOUN", "", "", "NOUN", "PRON"],
  ]

  private let votes: NamedVotes
  private let estimate: TruthEstimate

  init() {
    let rows = Self.words.enumerated().flatMap { word, given in
      given.enumerated().filter { !$0.element.isEmpty }
        .map { ["\(word)", "\($0.offset)", $0.element] }
    }
    votes = NamedVotes(rows)
    estimate = MACE.estimate(votes.table)
  }

  @Test func `the words get the published labels`() throws {
    let labels = try votes.units.indices.map { unit in
      votes.labels[try #require(estimate.units[unit].label)]
    }
    #expect(labels == ["NOUN", "VERB", "ADJ", "VERB", "NOUN"])
  }

  @Test func `the fifth annotator spams, and the first is trusted`() {
    // Published, by variational Bayes, whose priors pull five votes to the middle: .88, .79, .66,
    // .88, .03. Without such priors only what these votes can tell is the same.
    let found = estimate.competences.map { $0 ?? .nan }
    #expect(found[4] < 0.1)
    #expect(found[0] > 0.8 && found[3] > 0.8)
    #expect(found.min() == found[4])
  }

  @Test func `two words with the same votes are the same, and two who agree are the surest`() {
    let entropies = estimate.units.map(\.entropy)
    #expect(entropies[0] == entropies[4])
    #expect(entropies[2] > entropies[0])
  }
}
