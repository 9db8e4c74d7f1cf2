import Agreement
import Domain
package import Interchange

/// `agree --json`: a contract. Numbers are not rounded; what is undefined is null with its reason.
package enum AgreementJSON {
  package static func json(_ source: AgreementSource) -> JSONText {
    let report = source.report
    var members: [JSONText.Member] = []
    if let question = source.question { members.append(.init("question", .string(question))) }
    members += [
      .init("items", .integer(report.items)),
      .init("pairable_items", .integer(report.pairableItems)),
      .init("annotators", .integer(report.annotators)),
      .init("ratings", .integer(report.ratings)),
      .init("labels", .array(report.labels.map { .string($0) })),
      .init("level", .string(report.level.rawValue)),
    ]
    if let repeats = report.repeats {
      members.append(.init("repeats", json(repeats)))
    }
    members += [
      .init("coefficients", .object(report.coefficients.map { .init($0.name, json($0)) })),
      .init("by_label", .array(report.byLabel.map { json($0) })),
      .init("by_pair", .array(report.byPair.map { json($0) })),
      .init("pairs_omitted", .integer(report.pairsOmitted)),
      .init(
        "diagnostics",
        ["rows_refused": .integer(source.rowsRefused), "count": .integer(source.diagnostics)]),
    ]
    return .object(members)
  }

  static func json(_ repeats: Agreement.Repeats) -> JSONText {
    [
      "kept": .string(repeats.kept.rawValue), "dropped": .integer(repeats.dropped),
      "pairs": .integer(repeats.pairs), "agreeing_pairs": .integer(repeats.agreeingPairs),
      "self_consistency": real(repeats.selfConsistency),
    ]
  }

  private static func json(_ coefficient: NamedCoefficient) -> JSONText {
    var members = json(coefficient.estimate)
    if let level = coefficient.level { members.append(.init("level", .string(level))) }
    if let pairs = coefficient.pairs { members.append(.init("pairs", .integer(pairs))) }
    if let left = coefficient.undefinedPairs {
      members.append(.init("undefined_pairs", .integer(left)))
    }
    return .object(members)
  }

  private static func json(_ estimate: Estimate) -> [JSONText.Member] {
    var members: [JSONText.Member] = [.init("value", real(estimate.value))]
    if estimate.value == nil {
      members.append(.init("reason", .string(estimate.status.rawValue)))
      members.append(.init("explanation", text(estimate.explanation)))
    }
    if let interval = estimate.interval95 {
      members.append(.init("ci95", [.real(interval.lower), .real(interval.upper)]))
    } else {
      members.append(.init("ci95", nil))
      members.append(.init("ci95_reason", .string(estimate.intervalStatus.rawValue)))
    }
    members += [
      .init("observed", real(estimate.observed)), .init("expected", real(estimate.expected)),
      .init("standard_error", real(estimate.standardError)),
    ]
    return members
  }

  private static func json(_ label: LabelReport) -> JSONText {
    let figures = label.figures
    var members: [JSONText.Member] = [
      .init("label", .string(label.label)), .init("ratings", .integer(figures.ratings)),
      .init("specific_agreement", real(figures.specificAgreement)),
      .init("alpha", real(figures.alpha.value)), .init("kappa", real(figures.kappa.value)),
    ]
    if figures.alpha.value == nil {
      members.append(.init("reason", .string(figures.alpha.status.rawValue)))
      members.append(.init("explanation", text(figures.alpha.explanation)))
    }
    return .object(members)
  }

  private static func json(_ pair: PairReport) -> JSONText {
    var members: [JSONText.Member] = [
      .init("a", .string(pair.first)), .init("b", .string(pair.second)),
      .init("items", .integer(pair.units)),
      .init("percent_agreement", .real(pair.percentAgreement)),
      .init("cohen_kappa", real(pair.cohenKappa)),
    ]
    if pair.cohenKappa == nil {
      members.append(.init("reason", .string(pair.cohenStatus.rawValue)))
      members.append(.init("explanation", text(pair.cohenStatus.explanation)))
    }
    return .object(members)
  }

  private static func real(_ number: Double?) -> JSONText {
    number.map { .real($0) } ?? nil
  }

  private static func text(_ text: String?) -> JSONText {
    text.map { .string($0) } ?? nil
  }
}
