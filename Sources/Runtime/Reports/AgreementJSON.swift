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
    if let resampling = report.resampling {
      members.append(.init("resampling", json(resampling)))
    }
    if let repeats = report.repeats {
      members.append(.init("repeats", json(repeats)))
    }
    members += [
      .init("coefficients", .object(report.coefficients.map { .init($0.name, json($0)) })),
      .init("remarks", .array(report.remarks.map { json($0) })),
      .init("by_label", .array(report.byLabel.map { json($0) })),
      .init("by_member", .array(report.byMember.map { json($0) })),
      .init("by_pair", .array(report.byPair.map { json($0) })),
      .init("pairs_omitted", .integer(report.pairsOmitted)),
    ]
    members += source.sections.members
    members.append(
      .init(
        "diagnostics",
        ["rows_refused": .integer(source.rowsRefused), "count": .integer(source.diagnostics)]))
    return .object(members)
  }

  static func json(_ repeats: Agreement.Repeats) -> JSONText {
    [
      "kept": .string(repeats.kept.rawValue), "dropped": .integer(repeats.dropped),
      "pairs": .integer(repeats.pairs), "agreeing_pairs": .integer(repeats.agreeingPairs),
      "self_consistency": real(repeats.selfConsistency),
    ]
  }

  private static func json(_ resampling: Resampling) -> JSONText {
    [
      "method": .string(resampling.method.rawValue), "replicates": .integer(resampling.replicates),
      "seed": .digits(String(resampling.seed)),
    ]
  }

  private static func json(_ coefficient: NamedCoefficient) -> JSONText {
    var members = json(coefficient.estimate)
    if let level = coefficient.level { members.append(.init("level", .string(level))) }
    if let pairs = coefficient.pairs { members.append(.init("pairs", .integer(pairs))) }
    if let left = coefficient.undefinedPairs {
      members.append(.init("undefined_pairs", .integer(left)))
    }
    if let weights = coefficient.weights {
      members.append(.init("weights", .string(weights)))
    }
    if let undefined = coefficient.undefinedReplicates {
      members.append(.init("undefined_replicates", .integer(undefined)))
    }
    if let pairs = coefficient.sampledPairs {
      members.append(.init("sampled_pairs", .integer(pairs)))
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
      members.append(.init("ci95_method", .string(estimate.intervalStatus.rawValue)))
    } else {
      members.append(.init("ci95", nil))
      members.append(.init("ci95_reason", .string(estimate.intervalStatus.rawValue)))
    }
    members += [
      .init("observed", real(estimate.observed)), .init("expected", real(estimate.expected)),
      .init("standard_error", real(estimate.standardError)),
    ]
    if let null = estimate.nullStandardError {
      members.append(.init("null_standard_error", .real(null)))
    }
    return members
  }

  private static func json(_ remark: AgreementRemark) -> JSONText {
    [
      "about": .string(remark.kind.rawValue), "coefficient": .string(remark.coefficient),
      "sentence": .string(remark.sentence),
    ]
  }

  private static func json(_ label: LabelReport) -> JSONText {
    let figures = label.figures
    var members: [JSONText.Member] = [
      .init("label", .string(label.label)), .init("ratings", .integer(figures.ratings)),
      .init("pairable_ratings", .integer(figures.pairableRatings)),
      .init("enough", .boolean(figures.isEnough)),
    ]
    members += json("prevalence", figures.prevalence)
    members += json("specific_agreement", figures.specific)
    members += json("alpha", figures.alpha) + json("kappa", figures.kappa)
    members += [
      .init("observed", real(figures.kappa.observed)),
      .init("expected", real(figures.kappa.expected)),
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
      .init("items", .integer(pair.units)), .init("enough", .boolean(pair.isEnough)),
    ]
    members += json("percent_agreement", pair.agreement) + json("cohen_kappa", pair.kappa)
    members += [
      .init("kappa_max", real(pair.circumstances?.maximum)),
      .init("bias_index", real(pair.circumstances?.biasIndex)),
      .init("prevalence_index", real(pair.circumstances?.prevalenceIndex)),
      .init("pabak", real(pair.circumstances?.pabak)),
    ]
    if pair.cohenKappa == nil {
      members.append(.init("reason", .string(pair.cohenStatus.rawValue)))
      members.append(.init("explanation", text(pair.cohenStatus.explanation)))
    }
    return .object(members)
  }

  /// A figure in a list: its value under the name it always had, its interval beside it.
  private static func json(_ name: String, _ estimate: Estimate) -> [JSONText.Member] {
    let interval: JSONText? = estimate.interval95.map { [.real($0.lower), .real($0.upper)] }
    return [
      .init(name, real(estimate.value)), .init("\(name)_ci95", interval ?? nil),
    ]
  }

  private static func real(_ number: Double?) -> JSONText {
    number.map { .real($0) } ?? nil
  }

  private static func text(_ text: String?) -> JSONText {
    text.map { .string($0) } ?? nil
  }
}
