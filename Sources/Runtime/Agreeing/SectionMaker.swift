import Agreement
import Domain
import Screen

/// Makes what `agree` says beside its coefficients, of one question.
struct SectionMaker {
  let wishes: AgreementWishes
  let order: LabelOrder
  let level: Scale
  /// Whether labels are preferences though their names could mean something else.
  var arePreferences = false
  var isOnlyQuestion = true

  /// - Parameters:
  ///   - patterns: what the report was made from, under the codes of `labels`.
  ///   - labels: names by code.
  ///   - votes: the ratings themselves; nil where no section needs them.
  func sections(
    _ report: AgreementReport, patterns: PatternCounts, labels: [String], votes: QuestionVotes?
  ) throws(ProjectFailure) -> AgreementSections {
    var sections = AgreementSections()
    if let votes { try add(votes, to: &sections) }
    if let target = wishes.target {
      sections.coverage = try coverage(report, target: target, votes: votes)
    }
    if let planning = wishes.planning {
      sections.plan = plan(report, planning, patterns: patterns, labels: labels)
    }
    return sections
  }

  private func add(
    _ votes: QuestionVotes, to sections: inout AgreementSections
  ) throws(ProjectFailure) {
    for case .slice(let name) in wishes.cuts { try require(name, in: votes) }
    sections.labels = votes.labels
    sections.annotators = votes.annotators.map(\.text)
    if votes.hasRegions {
      // Two spans are hardly ever the same, so being the same is not what a model is held against.
      sections.regions = RegionUnits(votes).report(wishes.regions)
    } else {
      sections.preference = try preference(votes)
      sections.models = ModelRatings.all(of: votes).map {
        AgreementSections.Model(name: $0.model.text, report: ModelVoteReport($0.votes))
      }
    }
    if let probabilities = wishes.probabilities {
      do throws(AgreementError) {
        sections.probabilities = try probabilities.section(
          of: votes, isOnlyQuestion: isOnlyQuestion)
      } catch {
        throw .usage("\(Words.plain(probabilities.name)): its probabilities do not fit the labels.")
      }
    }
    sections.groups = wishes.cuts.map { group(votes, by: $0) }
    sections.drift = wishes.drift.map { drift(votes, $0) }
  }

  private func preference(
    _ votes: QuestionVotes
  ) throws(ProjectFailure) -> PreferenceReport? {
    let words = PreferenceWords(votes.labels, isOrdered: isFromFirstToSecond)
    let hasSystems = PreferenceUnits.Keys.found(in: votes.slices) != nil
    guard arePreferences || words.isUnmistakable || hasSystems else { return nil }
    let units = PreferenceUnits(votes, isOrdered: isFromFirstToSecond)
    if units == nil, arePreferences, isOnlyQuestion {
      let unknown = zip(votes.labels, words.meanings).filter { $0.1 == nil }.map(\.0)
      let names = (unknown.isEmpty ? votes.labels : unknown).prefix(6)
        .map { "“\(Words.plain($0, limit: 24))”" }.joined(separator: ", ")
      throw .usage(
        "These labels do not say which of two answers is better: \(names). Labels such as A, tie, B"
          + " do, or a scale from the first answer to the second: --labels much-a,a,b,much-b.")
    }
    return units?.report(dimension: isOnlyQuestion ? nil : votes.question.text)
  }

  /// Whether the labels stand on a scale from the first answer to the second, as somebody stated. The
  /// labels of a nominal project stand in some order too, but it is no scale.
  private var isFromFirstToSecond: Bool {
    switch order {
    case .natural: false
    case .listed: true
    case .declared: level != .nominal && level != .set
    }
  }

  private func require(_ slice: String, in votes: QuestionVotes) throws(ProjectFailure) {
    let known = Set(votes.slices.joined().map { Identifier<Slice>($0.key) })
    guard !known.contains(Identifier(slice)) else { return }
    let names = known.sorted().prefix(12).map { Words.plain($0.text, limit: 24) }
    throw .usage(
      "There is no slice \(Words.plain(slice, limit: 24)). --by takes batch, round, day, week, month"
        + (names.isEmpty ? "." : ", \(names.joined(separator: ", "))."))
  }

  private func group(_ votes: QuestionVotes, by cut: Cut) -> GroupReport {
    let (names, part) = cut.parts(of: votes)
    return GroupReport(
      cut.name, votes: votes.table, labels: votes.labels, order: order, level: level,
      names: names, group: part)
  }

  private func drift(_ votes: QuestionVotes, _ scheme: WindowScheme) -> AgreementSections.Drift {
    let metric = AlphaMetric(level, labels: votes.labels, codes: order.codes(votes.labels))
    return AgreementSections.Drift(
      report: DriftReport(AgreementWindows(votes.table, scheme: scheme), metric: metric),
      fatigue: SessionFatigue(votes.table), series: UnitSeries(votes.table))
  }

  /// Labels in the order of the scale, then those that only the target names.
  private func coverage(
    _ report: AgreementReport, target: AgreementWishes.Target, votes: QuestionVotes?
  ) throws(ProjectFailure) -> AgreementSections.Coverage {
    var labels = report.labels
    if case .shares(let shares) = target {
      let known = Set(labels.map { LabelID($0) })
      labels += shares.keys.filter { !known.contains($0) }.sorted().map(\.text)
    }
    if case .shares(let shares) = target, labels.allSatisfy({ shares[LabelID($0)] != nil }) {
      let sum = shares.keys.sorted().reduce(0) { $0 + (shares[$1] ?? 0) }
      guard abs(sum - 1) < 0.001 else {
        throw .usage(
          "--target names every label, but the shares add up to \(Figures.share(sum)), not 1.")
      }
    }
    var ratings: [LabelID: Int] = [:]
    for label in report.byLabel { ratings[LabelID(label.label)] = label.figures.ratings }
    let codes = Dictionary(
      labels.enumerated().map { (LabelID($1), $0) }, uniquingKeysWith: { first, _ in first })
    var shares: [LabelID: Estimate] = [:]
    for label in report.byLabel { shares[LabelID(label.label)] = label.figures.prevalence }
    let slices = votes.map { sliced($0, codes: codes) } ?? (names: [], counts: [])
    return AgreementSections.Coverage(
      report: CoverageReport(
        counts: labels.map { ratings[LabelID($0)] ?? 0 }, target: target.shares(of: labels),
        slices: slices.counts, shares: labels.map { shares[LabelID($0)] }),
      labels: labels, slices: slices.names, isCut: !wishes.cuts.isEmpty)
  }

  /// Ratings by part of each cut, then by label.
  private func sliced(
    _ votes: QuestionVotes, codes: [LabelID: Int]
  ) -> (names: [String], counts: [[Int]]) {
    let places = votes.labels.map { codes[LabelID($0)] }
    var all: (names: [String], counts: [[Int]]) = ([], [])
    for cut in wishes.cuts {
      let (names, part) = cut.parts(of: votes)
      var counts = names.map { _ in Array(repeating: 0, count: codes.count) }
      votes.forEachVote { unit, vote in
        guard let slice = part(unit, vote), let label = places[Int(votes.table.labels[vote])]
        else { return }
        counts[slice][label] += 1
      }
      all.names += names
      all.counts += counts
    }
    return all
  }

  private func plan(
    _ report: AgreementReport, _ planning: AgreementWishes.Planning, patterns: PatternCounts,
    labels: [String]
  ) -> AgreementSections.Plan {
    var leading = Array(repeating: 0, count: labels.count)
    patterns.visit { pattern in
      guard let label = pattern.leader, label < leading.count else { return }
      leading[label] += pattern.units
    }
    let codes = order.codes(labels)
    let alpha = report.coefficients.first { $0.name == "krippendorff_alpha" }?.estimate
    return AgreementSections.Plan(
      plan: ValidationPlan(
        halfWidth: planning.halfWidth, pilot: alpha,
        pilotUnits: report.pairableItems, largestDefectShare: planning.largestDefectShare,
        available: codes.map { leading[$0] }), labels: codes.map { labels[$0] })
  }
}

extension AgreementWishes.Target {
  /// By place in `labels`; nil without a target.
  fileprivate func shares(of labels: [String]) -> [Double]? {
    switch self {
    case .uniform: labels.map { _ in 1 }
    case .shares(let shares): Self.shares(shares, of: labels)
    case .none: nil
    }
  }
}

extension AgreementWishes.Target {
  /// What is left of 1 falls to the labels that nobody named, the same to each.
  private static func shares(_ named: [LabelID: Double], of labels: [String]) -> [Double] {
    let rest = max(0, 1 - named.keys.sorted().reduce(0) { $0 + (named[$1] ?? 0) })
    let unnamed = labels.count { named[LabelID($0)] == nil }
    return labels.map { named[LabelID($0)] ?? rest / Double(max(1, unnamed)) }
  }
}

extension LabelPattern {
  /// The label that most ratings have; the lowest code of several.
  fileprivate var leader: Int? {
    labels.max { ($0.count, $1.label) < ($1.count, $0.label) }?.label
  }
}

extension QuestionVotes {
  /// Whether some value is of spans or boxes.
  var hasRegions: Bool { values.contains { Regions($0) != nil } }
}

extension RegionUnits {
  /// The votes that count.
  init(_ votes: QuestionVotes) {
    var rows: [Row] = []
    votes.forEachVote { unit, vote in
      rows.append(
        Row(
          item: unit, annotator: Int(votes.table.annotators[vote]),
          value: votes.values[Int(votes.table.labels[vote])]))
    }
    self.init(rows: rows, annotators: votes.annotators.map(\.text))
  }
}
