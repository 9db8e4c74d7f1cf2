import Agreement
import Domain
import Store

extension Project {
  /// Agreement by question, from the stored sums; ratings are read only for what no sum can tell.
  ///
  /// - Parameter arePreferences: whether labels are preferences though their names could mean
  ///   something else.
  package func agreement(
    _ wishes: AgreementWishes = AgreementWishes(), arePreferences: Bool = false
  ) throws(ProjectFailure) -> [AgreementSource] {
    let questions: [QuestionID]
    do throws(ReadFailure) {
      questions = try index.summary(now: now).questions
    } catch {
      throw .read(error)
    }
    let changes = try migrations()
    var sources: [AgreementSource] = []
    for question in questions {
      let source = try agreement(
        question, wishes, arePreferences: arePreferences, isOnlyQuestion: questions.count == 1,
        labelChanges: changes.migrations.isEmpty ? nil : changes)
      if let source { sources.append(source) }
    }
    return sources
  }

  /// Up to here the ratings are read for the intervals that need to know who rated what.
  private static let ratingsOfVotes = 100_000

  private func agreement(
    _ question: QuestionID, _ wishes: AgreementWishes, arePreferences: Bool, isOnlyQuestion: Bool,
    labelChanges: MigrationList?
  ) throws(ProjectFailure) -> AgreementSource? {
    let sums: QuestionSums
    let patterns: PatternCounts
    let repeats: Agreement.Repeats
    let hasModels: Bool
    do throws(ReadFailure) {
      guard let stored = try index.sums(question),
        let counted = try index.patterns(question)
      else { return nil }
      sums = stored
      patterns = counted
      repeats = try self.repeats(of: question)
      hasModels = try index.hasModelVotes(question)
    } catch {
      throw .read(error)
    }
    let level = wishes.level ?? sums.scale.levelOfAlpha
    let needsVotes =
      wishes.needsVotes || hasModels || arePreferences
      || patterns.ratingCount <= Self.ratingsOfVotes
      || sums.values.contains { Regions($0) != nil }
      || PreferenceWords(sums.labels).isUnmistakable
    let votes = needsVotes ? try self.votes(of: question).first : nil
    let report = AgreementReport(
      sums: sums.sums, labels: sums.labels, order: sums.order,
      annotators: sums.annotators.map(\.text), level: level, patterns: patterns,
      repeats: repeats, votes: votes.flatMap { $0.table(like: sums) }, values: sums.values,
      weights: wishes.weights,
      weightTable: wishes.weightTable,
      resampling: wishes.resampling)
    let maker = SectionMaker(
      wishes: wishes, order: sums.order, level: level, arePreferences: arePreferences,
      isOnlyQuestion: isOnlyQuestion)
    var sections = try maker.sections(
      report, patterns: patterns, labels: sums.labels, votes: votes)
    sections.labelChanges = labelChanges
    return AgreementSource(
      name: configuration.name, question: isOnlyQuestion ? nil : question.text, report: report,
      sections: sections)
  }
}

extension Scale {
  /// The level at which α is shown where none is asked for.
  var levelOfAlpha: Scale {
    self == .set ? .nominal : self
  }
}

extension PatternCounts {
  /// O(patterns).
  fileprivate var ratingCount: Int {
    var count = 0
    visit { pattern in count += pattern.units * pattern.labels.reduce(0) { $0 + $1.count } }
    return count
  }
}

extension QuestionVotes {
  /// The votes, where they are under the same codes as sums and add up to as many.
  fileprivate func table(like sums: QuestionSums) -> VoteTable? {
    annotators == sums.annotators && values == sums.values ? table : nil
  }
}
