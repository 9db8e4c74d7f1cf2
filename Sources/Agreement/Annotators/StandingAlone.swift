/// How often one annotator stood alone against all others, and what became of it.
public struct StandingAlone: Equatable, Sendable {
  /// Units in which all others, two or more, agree on something else.
  public private(set) var units = 0

  /// Of these: units that were ruled on, with a value or with none of those given.
  public private(set) var ruled = 0

  /// Of those: rulings that say what this annotator said.
  public private(set) var right = 0

  /// Every annotator's, by code. O(votes).
  ///
  /// - Parameter ruled: by unit, as in `AnnotatorEvidence`; empty where nothing was ruled.
  public static func all(_ votes: VoteTable, ruled: [Int32] = []) -> [StandingAlone] {
    var all = Array(repeating: StandingAlone(), count: votes.annotatorCount)
    for unit in 0..<votes.unitCount {
      guard let vote = lone(votes, votes.votes(of: unit)), votes.annotators[vote] >= 0 else {
        continue
      }
      let person = Int(votes.annotators[vote])
      all[person].units += 1
      guard !ruled.isEmpty, ruled[unit] != AnnotatorEvidence.unknown else { continue }
      all[person].ruled += 1
      if ruled[unit] == votes.labels[vote] { all[person].right += 1 }
    }
    return all
  }

  /// The vote of a unit that differs from all others, where these agree.
  private static func lone(_ votes: VoteTable, _ places: Range<Int>) -> Int? {
    guard places.count > 2, let first = places.first else { return nil }
    let (a, b) = (votes.labels[first], votes.labels[first + 1])
    // One of the first two that differ is the lone one, and the third says which.
    let common = a == b ? a : votes.labels[first + 2]
    var found: Int?
    for vote in places where votes.labels[vote] != common {
      guard found == nil else { return nil }
      found = vote
    }
    return found
  }
}
