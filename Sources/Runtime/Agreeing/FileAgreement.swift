import Agreement
package import Domain
package import Interchange
import Ledger

/// Agreement of a bare file, without a project: one pass, a report for each question.
package struct FileAgreement {
  package var mapping: Mapping
  /// The declared domain in its order; empty: what is seen.
  package var labels: [String]
  /// How a table is cut for several threads; no figure depends on it.
  package var cutting: FileCutting
  /// What is asked for besides; its level plays no part here.
  package var wishes: AgreementWishes
  /// Whether labels are preferences though their names could mean something else.
  package var arePreferences: Bool

  package init(
    mapping: Mapping, labels: [String] = [], cutting: FileCutting = FileCutting(),
    wishes: AgreementWishes = AgreementWishes(), arePreferences: Bool = false
  ) {
    self.mapping = mapping
    self.wishes = wishes
    self.arePreferences = arePreferences
    self.cutting = cutting
    self.labels = labels
    if !labels.isEmpty { self.mapping.values.labels = labels.map { LabelID($0) } }
  }

  /// Reads a file and measures it: once, where coefficients are all there is to say, and again for
  /// what no count can tell.
  ///
  /// - Parameters:
  ///   - levels: the levels of measurement to take Krippendorff's α on: one report each, in their
  ///     order, for every question.
  ///   - diagnostics: takes what is wrong with single rows.
  package func sources(
    of path: String, levels: [Scale], diagnostics: Diagnostics
  ) throws(ProjectFailure) -> [AgreementSource] {
    let policy: RepeatPolicy = mapping.repeats == .first ? .first : .last
    var questions = QuestionGroups(policy: policy)
    let grouped: [QuestionGroups.Question]
    let tables: RatingTables
    do throws(InterchangeError) {
      let source = try ByteSource(path: path)
      let format = try ImportFormat.detect(source, mapping: mapping)
      let options = ImportOptions(mapping: mapping, digest: { Digest.sha256(of: $0) })
      let scan = try format.scan(
        source, options: options, diagnostics: diagnostics, parting: cutting.parting
      ) {
        questions.append($0)
      }
      switch scan {
      case .blocks(let read):
        tables = read
        grouped = questions.finished()
      case .parts(let ratings):
        tables = ratings.tables
        grouped = PartCounting(policy: policy, cutting: cutting).questions(ratings)
      }
    } catch {
      throw .input(InterchangeFailure(error))
    }
    guard !grouped.isEmpty else { throw .input(nothingToMeasure(path, diagnostics)) }
    let votes = needsVotes(tables) ? try self.votes(of: path) : [:]
    var sources: [AgreementSource] = []
    for level in levels {
      sources += try reports(
        grouped, tables, votes, level, name: Self.fileName(path), diagnostics: diagnostics)
    }
    return sources
  }

  /// Whether there is more to say than counts of labels can.
  private func needsVotes(_ tables: RatingTables) -> Bool {
    let beside = tables.beside
    return wishes.needsVotes || beside.regions > 0 || beside.modelVotes > 0 || hasSets(tables)
      || arePreferences || isPair || PreferenceWords(tables.labels.names).isUnmistakable
  }

  private func hasSets(_ tables: RatingTables) -> Bool {
    tables.beside.labelSets > 0 || mapping.values.kind == .labels
      || mapping.oneHot.contains { $0.form != .label }
  }

  /// Whether the mapping says that items are two answers.
  private var isPair: Bool {
    if case .pair = mapping.payload { true } else { false }
  }

  /// A second reading, which keeps every rating. Its findings are those of the first.
  private func votes(of path: String) throws(ProjectFailure) -> [QuestionID: QuestionVotes] {
    var mapping = mapping
    for case .slice(let name) in wishes.cuts where !mapping.slices.contains(name) {
      mapping.slices.append(name)
    }
    let file = VoteFile(mapping: mapping, labels: labels.map { LabelID($0) })
    let questions = try file.votes(of: path, diagnostics: Diagnostics(keeping: 0))
    return Dictionary(
      questions.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func reports(
    _ questions: [QuestionGroups.Question], _ tables: RatingTables,
    _ votes: [QuestionID: QuestionVotes], _ level: Scale, name: String, diagnostics: Diagnostics
  ) throws(ProjectFailure) -> [AgreementSource] {
    let names = tables.labels.names
    let annotators = tables.annotators.names
    let unused = labels.filter { !names.contains($0) }
    let several = questions.count > 1
    let maker = SectionMaker(
      wishes: wishes, order: order(names), level: level, arePreferences: arePreferences || isPair,
      isOnlyQuestion: !several)
    var reports: [AgreementSource] = []
    for question in questions {
      let title = tables.questions[question.code]
      let votes = votes[QuestionID(title)]
      let report = AgreementReport(
        sums: question.sums, labels: names + unused, order: order(names), annotators: annotators,
        level: level, patterns: question.patterns, repeats: question.repeats,
        votes: question.votes, values: votes.map { values($0, names + unused) } ?? [],
        weights: wishes.weights, weightTable: wishes.weightTable, resampling: wishes.resampling)
      let sections = try maker.sections(
        report, patterns: question.patterns, labels: names + unused, votes: votes)
      reports.append(
        AgreementSource(
          name: name, question: several ? title : nil, report: report, sections: sections,
          rowsRefused: diagnostics.refused, diagnostics: diagnostics.count))
    }
    return reports.sorted { ($0.question ?? "") < ($1.question ?? "") }
  }

  /// The values themselves by the codes of names, where they are more than labels.
  private func values(_ votes: QuestionVotes, _ names: [String]) -> [Value] {
    let simple: Set<ValueKind> = [.label, .number]
    guard votes.values.contains(where: { !simple.contains($0.kind) }) else { return [] }
    let known = Dictionary(
      votes.values.map { (LabelID($0.blockText ?? ""), $0) },
      uniquingKeysWith: { first, _ in first })
    return names.map { known[LabelID($0)] ?? .label(LabelID($0)) }
  }

  private func nothingToMeasure(_ path: String, _ diagnostics: Diagnostics) -> InterchangeFailure {
    let first = diagnostics.kept.first.map { "\($0)" } ?? "no rows, or none with a label"
    return InterchangeFailure(
      sentence: "\(path): nothing could be measured: \(first)", code: .inputRefused)
  }

  private func order(_ names: [String]) -> LabelOrder {
    labels.isEmpty ? .natural : .listed(labels)
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
