package import Agreement
package import Interchange
import Screen
import Workbench

/// What `agree` says where the ratings have it, or where somebody asked.
package struct AgreementSections: Sendable {
  /// A model's votes beside people's.
  package struct Model: Sendable {
    package let name: String
    package let report: ModelVoteReport
  }

  /// Agreement over time.
  package struct Drift: Sendable {
    package let report: DriftReport
    package let fatigue: SessionFatigue
    package let series: UnitSeries
  }

  /// What a model's probabilities are worth.
  package struct Probabilities: Sendable {
    /// The file.
    package let name: String
    package let calibration: CalibrationReport
    package let errors: LabelErrorReport
    /// By label code.
    package let labels: [String]
    /// By place in the table: the item.
    package let units: [String]
    /// Whether gold labels were held against, where there are some.
    package let isGold: Bool
    /// Items of the file that nobody rated.
    package let unknownItems: Int
    /// Items of which people do not know the label: they tie, or abstain.
    package let tiedItems: Int
  }

  /// The mix of labels.
  package struct Coverage: Sendable {
    package let report: CoverageReport
    package let labels: [String]
    package let slices: [String]
    /// Whether somebody asked for parts.
    package let isCut: Bool
  }

  /// How many items to check.
  package struct Plan: Sendable {
    package let plan: ValidationPlan
    package let labels: [String]
  }

  /// Names by the codes of `models`.
  package var labels: [String] = []
  package var annotators: [String] = []

  package var regions: RegionReport?
  package var preference: PreferenceReport?
  package var models: [Model] = []
  package var probabilities: Probabilities?
  package var groups: [GroupReport] = []
  package var drift: Drift?
  package var coverage: Coverage?
  package var plan: Plan?
  /// Where label sets changed; nil where none did.
  package var labelChanges: MigrationList?

  package init() {}

  /// For people: one piece of text a section.
  package var texts: [[String]] {
    var texts: [[String]] = []
    if let regions { texts.append(RegionText.lines(regions)) }
    if let preference { texts.append(PreferenceText.lines(preference)) }
    texts += models.map {
      ModelVoteText.lines($0.report, model: $0.name, labels: labels, annotators: annotators)
    }
    if let probabilities { texts += probabilities.texts }
    texts += groups.map { GroupText.lines($0) + borders(along: $0.name) }
    if let drift {
      texts.append(DriftText.lines(drift.report, fatigue: drift.fatigue, series: drift.series))
    }
    if let coverage {
      texts.append(
        CoverageText.lines(
          coverage.report, labels: coverage.labels, slices: coverage.slices,
          isCut: coverage.isCut))
    }
    if let plan { texts.append(PlanText.lines(plan.plan, labels: plan.labels)) }
    if let labelChanges {
      texts.append(
        MigrationText.notes(labelChanges).flatMap {
          TextLines.wrapped($0, indent: 0, hanging: 2)
        })
    }
    return texts
  }

  /// Where label sets changed, below a table of what is in time.
  private func borders(along name: String) -> [String] {
    guard let axis = LabelBorder.Axis(rawValue: name) else { return [] }
    return (labelChanges?.places ?? []).flatMap {
      TextLines.wrapped($0.phrase(along: axis), indent: 2)
    }
  }

  /// For scripts: a member a section, none for sections that are not there.
  package var members: [JSONText.Member] {
    var members: [JSONText.Member] = []
    if let regions { members.append(.init("regions", RegionJSON.json(regions))) }
    if let preference { members.append(.init("preference", PreferenceJSON.json(preference))) }
    if !models.isEmpty {
      let reports = models.map {
        ModelVoteJSON.json($0.report, model: $0.name, labels: labels, annotators: annotators)
      }
      members.append(.init("models", .array(reports)))
    }
    if let probabilities { members.append(.init("probabilities", probabilities.json)) }
    if !groups.isEmpty {
      members.append(.init("by_group", .array(groups.map { GroupJSON.json($0) })))
    }
    if let drift {
      members.append(
        .init(
          "drift", DriftJSON.json(drift.report, fatigue: drift.fatigue, series: drift.series)))
    }
    if let coverage {
      members.append(
        .init(
          "coverage",
          CoverageJSON.json(coverage.report, labels: coverage.labels, slices: coverage.slices)))
    }
    if let plan { members.append(.init("plan", PlanJSON.json(plan.plan, labels: plan.labels))) }
    if let labelChanges {
      members.append(.init("label_changes", MigrationJSON.json(labelChanges)))
    }
    return members
  }
}

extension AgreementSections.Probabilities {
  fileprivate var texts: [[String]] {
    var heading = "\(Words.plain(name)), held against "
    heading += isGold ? "gold, and elsewhere what most people say." : "what most people say."
    if unknownItems > 0 {
      heading += " \(Words.count(unknownItems, "item")) of the file nobody rated."
    }
    if tiedItems > 0 {
      heading += " \(Words.count(tiedItems, "item")) left out: people tie there."
    }
    return [
      TextLines.wrapped(heading, indent: 0) + CalibrationText.lines(calibration, labels: labels),
      CalibrationText.lines(errors, labels: labels, units: units),
    ]
  }

  fileprivate var json: JSONText {
    [
      "file": .string(name), "against_gold": .boolean(isGold),
      "unknown_items": .integer(unknownItems), "tied_items": .integer(tiedItems),
      "calibration": CalibrationJSON.json(calibration, labels: labels),
      "label_errors": CalibrationJSON.json(errors, labels: labels, units: units),
    ]
  }
}
