package import Agreement
package import Domain
package import Interchange

/// Ratings and gold from bare files, as a replay takes them.
package struct SimulationInput: Sendable {
  package let votes: QuestionVotes

  /// By unit: the gold label's code, or `QuestionVotes.none`.
  package let gold: [Int32]

  /// Units whose gold nobody voted for. They are left out: no order over votes finds these.
  package let unknownGold: Int

  /// Where the ratings and the gold stand.
  package struct Files: Sendable {
    package let ratings: String
    package let gold: String?
    package let question: QuestionID?

    package init(ratings: String, gold: String?, question: QuestionID?) {
      self.ratings = ratings
      self.gold = gold
      self.question = question
    }
  }

  /// Reads both. Without a file of gold, what the ratings' file marks as gold counts.
  ///
  /// - Throws: `.usage` where there are several questions and none is named, or no gold.
  package init(
    _ files: Files, mapping: Mapping, goldMapping: Mapping, labels: [LabelID],
    diagnostics: Diagnostics
  ) throws(ProjectFailure) {
    let reader = VoteFile(mapping: mapping, labels: labels)
    let all = try reader.votes(of: files.ratings, diagnostics: diagnostics)
    var votes = try Self.chosen(all, files.question)
    if let reason = UnlabelledQuestion(votes, isOneOfSeveral: all.count > 1) {
      throw .usage(reason.sentence + ".")
    }
    var unknown = 0
    if let path = files.gold {
      let values = try VoteFile(mapping: goldMapping).finalValues(
        of: path, diagnostics: Diagnostics(keeping: 0))
      // A file of one question speaks of whatever is asked.
      let own = values[votes.question] ?? (values.count == 1 ? values.values.first : nil)
      unknown = votes.replaceGold(own ?? [:])
    }
    guard votes.hasGold else {
      throw .usage(
        "\(Words.name(files.gold ?? files.ratings)) has gold for no item of "
          + "\(Words.name(files.ratings)); gold plays the adjudicator (--gold).")
    }
    self.votes = votes
    gold = votes.gold
    unknownGold = unknown
  }

  private static func chosen(
    _ all: [QuestionVotes], _ question: QuestionID?
  ) throws(ProjectFailure) -> QuestionVotes {
    let chosen = question.map { wanted in all.filter { $0.question == wanted } } ?? all
    if chosen.count == 1, let only = chosen.first { return only }
    throw .usage(
      Words.choose(
        "question", among: all.map(\.question.text), wanted: question?.text,
        with: "--about"))
  }

  /// By unit: its key for seeded draws.
  package var keys: [UInt64] { Self.keys(of: votes) }

  static func keys(of votes: QuestionVotes) -> [UInt64] {
    votes.units.map { AnnotatorModel.key($0.text, votes.question.text) }
  }

  /// Plays one policy.
  package func replay(
    _ policy: ReplayPolicy, seed: UInt64, budget: Double
  ) -> GoldReplay {
    GoldReplay(
      votes: votes.table, keys: keys, gold: gold, policy: policy, budget: budget,
      options: AnnotatorModelOptions(seed: seed))
  }
}
