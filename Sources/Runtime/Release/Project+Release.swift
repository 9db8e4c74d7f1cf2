import Agreement
package import Domain
import Store

extension Project {
  /// Up to here intervals of labels are computed, for which every unit is counted once more.
  private static let unitsOfIntervals = 200_000

  /// What would be released as things stand, from tallies and sums.
  package func releaseFigures() throws(ProjectFailure) -> ReleaseFigures {
    do throws(ReadFailure) {
      var figures = try index.releaseFigures(now: now)
      let hasIntervals = figures.units <= Self.unitsOfIntervals
      for question in try index.summary(now: now).questions {
        guard let agreement = try agreement(about: question, hasIntervals: hasIntervals) else {
          continue
        }
        figures.agreement.append(agreement)
      }
      // On screen they were fitted before; a command fits them for itself.
      if index.learning == .votes(.unfitted) { try index.learn() }
      figures.choice = configuration.queue.release
      figures.learning = index.learning
      figures.outlook = index.outlook()
      figures.unruled = try index.unruledCount(figures.choice)
      figures.audit = try index.audit().map { AuditReport($0).standing }
      return figures
    } catch {
      throw .read(error)
    }
  }

  private func agreement(
    about question: QuestionID, hasIntervals: Bool
  ) throws(ReadFailure) -> ReleaseFigures.QuestionAgreement? {
    guard let sums = try index.sums(question, detail: .none), !sums.values.isEmpty else {
      return nil
    }
    let patterns = hasIntervals ? try index.patterns(question) : nil
    let report = AgreementReport(
      sums: sums.sums, labels: sums.labels, order: sums.order,
      annotators: sums.annotators.map(\.text), level: sums.scale.levelOfAlpha, patterns: patterns,
      values: sums.values)
    let alpha = report.coefficients.first { $0.name == "krippendorff_alpha" }?.estimate
    // Least first; what too few ratings speak of says nothing.
    let lowest = report.byLabel.first { $0.figures.isEnough && $0.figures.alpha.value != nil }
    let value = lowest.flatMap { lowest in sums.values.first { $0.name == lowest.label } }
    return ReleaseFigures.QuestionAgreement(
      question: question, alpha: Self.coefficient(alpha), lowest: value,
      lowestAlpha: Self.coefficient(lowest?.figures.alpha))
  }

  private static func coefficient(_ estimate: Estimate?) -> ReleaseFigures.Coefficient {
    ReleaseFigures.Coefficient(
      value: estimate?.value, low: estimate?.interval95?.lower, high: estimate?.interval95?.upper,
      reason: estimate?.explanation)
  }

  /// The figures held against the bars in force, with the whole log verified.
  package func release() throws(ProjectFailure) -> ReleaseStanding {
    let check = try LogCheck.run(folder, surroundings: surroundings)
    let figures = try releaseFigures()
    let configuration = configuration
    let gate = ReleaseGate(
      figures, configuration,
      log: check.isGood ? .verified(events: check.events) : .damaged(check.firstBad),
      settingsDiffer: settingsDiffer(), isSandbox: isSandbox)
    return ReleaseStanding(figures: figures, gate: gate, configuration: configuration)
  }
}

/// A project as `tiebreak release` shows it.
package struct ReleaseStanding: Sendable {
  package let figures: ReleaseFigures
  package let gate: ReleaseGate
  package let configuration: ProjectConfiguration

  /// Whether no check with a bar fails.
  package var isReady: Bool { gate.failing.isEmpty }
}
