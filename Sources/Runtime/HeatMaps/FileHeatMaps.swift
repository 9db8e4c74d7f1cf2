package import Agreement
import Domain
package import Interchange
import Ledger

/// Heat maps of a bare file, without a project.
package struct FileHeatMaps {
  package var mapping: Mapping
  /// The declared domain in its order; empty: what is seen.
  package var labels: [String]

  package init(mapping: Mapping, labels: [String] = []) {
    self.mapping = mapping
    self.labels = labels
    if !labels.isEmpty { self.mapping.values.labels = labels.map { LabelID($0) } }
  }

  /// What heat maps of a kind are drawn from, for each question of a file.
  ///
  /// Maps without cuts keep twelve bytes a rating; weeks need the times and slices the items too.
  ///
  /// - Parameters:
  ///   - question: only this one.
  ///   - diagnostics: takes what is wrong with single rows.
  package func questions(
    of path: String, _ kind: HeatMapKind, question: String?, diagnostics: Diagnostics
  ) throws(ProjectFailure) -> HeatMapQuestions {
    let counted: [Counted]
    switch kind {
    case .labelLabel, .labelAnnotator, .annotatorAnnotator, .pairAnnotator:
      counted = try plain(path, diagnostics)
    case .labelWeek, .pairWeek: counted = try weeks(path, diagnostics)
    case .labelSlice, .pairSlice: counted = try slices(path, diagnostics)
    case .labelVersion, .pairVersion:
      throw .usage("Versions are a project's: a file knows of no guideline.")
    case .labelBatch, .pairBatch:
      throw .usage(
        "Batches are a project's: a file is one. Without a project there are weeks and slices."
      )
    }
    guard !counted.isEmpty else {
      let reason = diagnostics.kept.first.map { "\($0)" } ?? "no rows, or none with a label"
      throw .input(
        InterchangeFailure(
          sentence: "\(path): nothing could be measured: \(reason)", code: .inputRefused))
    }
    let wanted = counted.filter { one in
      question.map { $0.utf8.elementsEqual(one.question.utf8) } ?? true
    }
    if wanted.isEmpty, let question {
      throw .usage(
        Words.choose(
          "question", among: counted.map(\.question), wanted: question, with: "--about"))
    }
    let isAlone = counted.count == 1
    var questions = HeatMapQuestions()
    for one in wanted {
      let title = isAlone ? nil : one.question
      if let reason = one.unlabelled {
        questions.unlabelled.append(
          UnlabelledQuestion(source: Self.fileName(path), question: title, reason: reason))
        continue
      }
      questions.drawable.append(
        HeatMapSource(
          name: Self.fileName(path), question: title, source: one.source,
          slice: kind.columns == .slice ? mapping.slices.first : nil,
          rowsRefused: diagnostics.refused, diagnostics: diagnostics.count))
    }
    return questions
  }

  /// A question with its sums.
  private struct Counted {
    let question: String
    let source: HeatSource
    let hasRegions: Bool

    var unlabelled: UnlabelledQuestion.Reason? {
      if hasRegions { return .regions }
      return source.hasRatings ? nil : .abstentions
    }
  }

  private func plain(
    _ path: String, _ diagnostics: Diagnostics
  ) throws(ProjectFailure) -> [Counted] {
    var groups = QuestionGroups(policy: policy)
    let tables = try scan(path, diagnostics) { groups.append($0) }
    return groups.finished().map {
      counted(tables, $0.code, $0.sums, cuts: [])
    }.sorted { $0.question < $1.question }
  }

  private func weeks(
    _ path: String, _ diagnostics: Diagnostics
  ) throws(ProjectFailure) -> [Counted] {
    var columns: [Int32: HeatColumns] = [:]
    var hasTimes = false
    let tables = try scan(path, diagnostics) { block in
      hasTimes = hasTimes || block.hasTimes
      for row in 0..<block.count {
        columns[block.questions[row], default: HeatColumns()].append(block, row)
      }
    }
    if columns.values.contains(where: \.hasRows), !hasTimes {
      throw .usage(
        "\(Words.plain(path)): no rating says when it was given; name the column with --at.")
    }
    return columns.keys.sorted().map { code in
      let (sums, cuts) = (columns[code] ?? HeatColumns()).counted(keeping: policy) { _, latest in
        latest == RatingBlock.noTime ? nil : Week(Instant(milliseconds: latest)).text
      }
      return counted(tables, code, sums, cuts: cuts)
    }.sorted { $0.question < $1.question }
  }

  private func slices(
    _ path: String, _ diagnostics: Diagnostics
  ) throws(ProjectFailure) -> [Counted] {
    guard let slice = mapping.slices.first, mapping.slices.count == 1 else {
      throw .usage("Name one column to cut by: --slice COLUMN.")
    }
    let sink = SliceSink(slice: slice)
    do throws(InterchangeError) {
      let source = try ByteSource(path: path)
      let format = try ImportFormat.detect(source, mapping: mapping)
      try format.read(source, options: options, diagnostics: diagnostics, into: sink)
    } catch {
      throw .input(InterchangeFailure(error))
    }
    return sink.columns.indices.map { code in
      let (sums, cuts) = sink.columns[code].counted(keeping: policy) { item, _ in
        sink.values[item]
      }
      return Counted(
        question: sink.questions.names[code],
        source: source(sums, sink.labels.names, sink.annotators.names, cuts),
        hasRegions: sink.regionQuestions.contains(code))
    }.sorted { $0.question < $1.question }
  }

  private func scan(
    _ path: String, _ diagnostics: Diagnostics, each: (RatingBlock) -> Void
  ) throws(ProjectFailure) -> RatingTables {
    do throws(InterchangeError) {
      let source = try ByteSource(path: path)
      let format = try ImportFormat.detect(source, mapping: mapping)
      return try format.scan(source, options: options, diagnostics: diagnostics, each: each)
    } catch {
      throw .input(InterchangeFailure(error))
    }
  }

  private func counted(
    _ tables: RatingTables, _ question: Int32, _ sums: AgreementSums, cuts: [HeatCut]
  ) -> Counted {
    Counted(
      question: tables.questions[question],
      source: source(sums, tables.labels.names, tables.annotators.names, cuts),
      hasRegions: tables.regionQuestions.contains(question))
  }

  /// Labels that only other questions use are left out where none were declared.
  private func source(
    _ sums: AgreementSums, _ names: [String], _ annotators: [String], _ cuts: [HeatCut]
  ) -> HeatSource {
    let unused = labels.filter { label in !names.contains { $0.utf8.elementsEqual(label.utf8) } }
    return HeatSource(
      sums: sums, labels: names + unused,
      labelOrder: labels.isEmpty ? .natural : .listed(labels), annotators: annotators, cuts: cuts)
  }

  private var policy: RepeatPolicy { mapping.repeats == .first ? .first : .last }

  private var options: ImportOptions {
    ImportOptions(mapping: mapping, digest: { Digest.sha256(of: $0) })
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
