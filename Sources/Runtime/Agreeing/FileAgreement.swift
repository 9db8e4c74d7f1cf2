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

  package init(
    mapping: Mapping, labels: [String] = [], cutting: FileCutting = FileCutting()
  ) {
    self.mapping = mapping
    self.cutting = cutting
    self.labels = labels
    if !labels.isEmpty { self.mapping.values.labels = labels.map { LabelID($0) } }
  }

  /// Reads a file once and measures it.
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
    return levels.flatMap { level in
      reports(grouped, tables, level, name: Self.fileName(path), diagnostics: diagnostics)
    }
  }

  private func reports(
    _ questions: [QuestionGroups.Question], _ tables: RatingTables, _ level: Scale, name: String,
    diagnostics: Diagnostics
  ) -> [AgreementSource] {
    let names = tables.labels.names
    let annotators = tables.annotators.names
    let unused = labels.filter { !names.contains($0) }
    let several = questions.count > 1
    let reports = questions.map { question in
      let title = tables.questions[question.code]
      let report = AgreementReport(
        sums: question.sums, labels: names + unused, order: order(names), annotators: annotators,
        level: level, patterns: question.patterns, repeats: question.repeats,
        votes: question.votes)
      return AgreementSource(
        name: name, question: several ? title : nil, report: report,
        rowsRefused: diagnostics.refused, diagnostics: diagnostics.count)
    }
    return reports.sorted { ($0.question ?? "") < ($1.question ?? "") }
  }

  private func nothingToMeasure(_ path: String, _ diagnostics: Diagnostics) -> InterchangeFailure {
    let first = diagnostics.kept.first.map { "\($0)" } ?? "there are no rows"
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
