import Agreement
import Domain

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
      sections.coverage = coverage(report, target: target, votes: votes)
    }
    if let planning = wishes.planning {
      sections.plan = plan(report, planning, patterns: patterns, labels: labels)
    }
    return sections
  }

  private func add(
    _ votes: QuestionVotes, to sections: inout AgreementSections
  ) throws(ProjectFailure) {
    sections.labels = votes.labels
    sections.annotators = votes.annotators.map(\.text)
    if votes.hasRegions {
      // Two spans are hardly ever the same, so being the same is not what a model is held against.
      sections.regions = RegionUnits(votes).report(wishes.regions)
    } else {
      sections.preference = preference(votes)
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

  private func preference(_ votes: QuestionVotes) -> PreferenceReport? {
    let words = PreferenceWords(votes.labels, isOrdered: isOrdered)
    let hasSystems = PreferenceUnits.Keys.found(in: votes.slices) != nil
    guard arePreferences || words.isUnmistakable || hasSystems else { return nil }
    return PreferenceUnits(votes, isOrdered: isOrdered)?.report(
      dimension: isOnlyQuestion ? nil : votes.question.text)
  }

  /// Whether somebody stated in which order the labels stand.
  private var isOrdered: Bool {
    switch order {
    case .natural: false
    case .declared, .listed: true
    }
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
  ) -> AgreementSections.Coverage {
    var labels = report.labels
    if case .shares(let shares) = target {
      let known = Set(labels.map { LabelID($0) })
      labels += shares.keys.filter { !known.contains($0) }.sorted().map(\.text)
    }
    var ratings: [LabelID: Int] = [:]
    for label in report.byLabel { ratings[LabelID(label.label)] = label.figures.ratings }
    let codes = Dictionary(
      labels.enumerated().map { (LabelID($1), $0) }, uniquingKeysWith: { first, _ in first })
    let slices = votes.map { sliced($0, codes: codes) } ?? (names: [], counts: [])
    return AgreementSections.Coverage(
      report: CoverageReport(
        counts: labels.map { ratings[LabelID($0)] ?? 0 }, target: target.shares(of: labels),
        slices: slices.counts),
      labels: labels, slices: slices.names)
  }

  /// Ratings by part of the first cut, then by label.
  private func sliced(
    _ votes: QuestionVotes, codes: [LabelID: Int]
  ) -> (names: [String], counts: [[Int]]) {
    guard let cut = wishes.cuts.first else { return ([], []) }
    let (names, part) = cut.parts(of: votes)
    var counts = names.map { _ in Array(repeating: 0, count: codes.count) }
    let places = votes.labels.map { codes[LabelID($0)] }
    votes.forEachVote { unit, vote in
      guard let slice = part(unit, vote), let label = places[Int(votes.table.labels[vote])] else {
        return
      }
      counts[slice][label] += 1
    }
    return (names, counts)
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
        halfWidth: planning.halfWidth, population: report.items, pilot: alpha,
        pilotUnits: report.pairableItems, largestDefectShare: planning.largestDefectShare,
        available: codes.map { leading[$0] }), labels: codes.map { labels[$0] })
  }
}

extension AgreementWishes.Target {
  /// By place in `labels`; nil without a target.
  fileprivate func shares(of labels: [String]) -> [Double]? {
    switch self {
    case .uniform: labels.map { _ in 1 }
    case .shares(let shares): labels.map { shares[LabelID($0)] ?? 0 }
    case .none: nil
    }
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
