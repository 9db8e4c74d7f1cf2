import Agreement
import Domain

/// A question that figures about labels leave out, and why.
package struct UnlabelledQuestion: Equatable, Sendable {
  package enum Reason: Sendable {
    /// Hardly two spans or boxes are ever the same: as labels they say nothing.
    case regions
    /// Whoever was asked declined.
    case abstentions
  }

  /// The file or the project.
  package let source: String
  /// nil where it is the only one.
  package let question: String?
  package let reason: Reason

  package init(source: String, question: String?, reason: Reason) {
    self.source = source
    self.question = question
    self.reason = reason
  }

  /// The reason to leave votes out; nil where they are labels.
  package init?(_ votes: QuestionVotes, isOneOfSeveral: Bool) {
    guard let reason = votes.unlabelled else { return nil }
    self.init(
      source: votes.source, question: isOneOfSeveral ? votes.question.text : nil, reason: reason)
  }

  package var sentence: String {
    let place = [source, question].compactMap { $0.map { Words.plain($0) } }
      .joined(separator: ", ")
    return switch reason {
    case .regions: "\(place) marks spans or boxes: `tiebreak agree` measures these"
    case .abstentions: "\(place): no rating holds a label: all are abstentions"
    }
  }

  /// What a command ends with where nothing else is left.
  package static func failure(_ all: [UnlabelledQuestion]) -> (sentence: String, code: ExitCode) {
    let isRefused = all.allSatisfy { $0.reason == .abstentions }
    return (
      Words.list(all.map(\.sentence), limit: 5) + ".", isRefused ? .inputRefused : .answerIsNo
    )
  }
}

extension QuestionVotes {
  /// Why these votes are no labels; nil where they are.
  fileprivate var unlabelled: UnlabelledQuestion.Reason? {
    if hasRegions { return .regions }
    return table.count == 0 && abstentions.contains { $0 > 0 } ? .abstentions : nil
  }
}
