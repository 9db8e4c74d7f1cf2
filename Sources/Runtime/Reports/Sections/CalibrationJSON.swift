package import Agreement
package import Interchange

/// Calibration and label errors for scripts.
package enum CalibrationJSON {
  package static func json(_ report: CalibrationReport, labels: [String]) -> JSONText {
    var members: [JSONText.Member] = [
      .init("units", .integer(report.units)), .init("accuracy", EstimateJSON.json(report.accuracy)),
      .init("mean_confidence", figure(report.meanConfidence)),
      .init("ece", errors(report.errors, report.reliability)),
      .init("ece_equal_mass", errors(report.massErrors, report.massReliability)),
      .init("brier", EstimateJSON.json(report.brier)),
      .init("decomposition", decomposition(report.decomposition)),
      .init("log_loss", EstimateJSON.json(report.logLoss)),
      .init("spiegelhalter", spiegelhalter(report.spiegelhalter)),
      .init("tied_units", .integer(report.tiedUnits)),
      .init("unnormalised_units", .integer(report.unnormalisedUnits)),
      .init("reliability", .array(report.reliability.bins.map { json($0) })),
      .init("reliability_equal_mass", .array(report.massReliability.bins.map { json($0) })),
    ]
    if !report.labels.isEmpty {
      members.append(
        .init("classwise_ece", report.classwiseError.map { EstimateJSON.json($0) } ?? nil))
      members.append(
        .init("by_label", .array(report.labels.map { json($0, labels: labels) })))
    }
    return .object(members)
  }

  /// - Parameter units: names by the place in the table.
  package static func json(
    _ report: LabelErrorReport, labels: [String], units: [String]
  ) -> JSONText {
    [
      "units": .integer(report.units), "assumption": .string(report.origin.rawValue),
      "assumption_statement": .string(report.origin.statement),
      "estimated_errors": .real(report.joint.estimatedErrors),
      "estimated_error_share": EstimateJSON.json(
        report.errorShare,
        [
          .init("resamples", .integer(report.resamples)),
          .init("undefined_resamples", .integer(report.undefinedResamples)),
          .init("seed", .string(String(report.seed))),
        ]),
      "labels": .array(labels.map { .string($0) }),
      "given": .array(report.joint.given.map { .integer($0) }),
      "thresholds": .array(report.joint.thresholds.map { EstimateJSON.real($0) }),
      "error_shares": .array(report.errorShares.map { EstimateJSON.real($0) }),
      "joint": .array(report.joint.counts.map { .array($0.map { .integer($0) }) }),
      "calibrated_joint": .array(report.joint.calibrated.map { .array($0.map { .real($0) }) }),
      "ranking": .string(report.ranking.rawValue),
      "suspects": .array(
        report.suspects.map { suspect in
          [
            "item": .string(name(suspect.unit, units)),
            "given": .string(name(suspect.given, labels)),
            "suggested": .string(name(suspect.suggested, labels)),
            "self_confidence": .real(suspect.selfConfidence), "margin": .real(suspect.margin),
          ]
        }),
    ]
  }

  private static func name(_ code: Int, _ names: [String]) -> String {
    code < names.count ? names[code] : String(code)
  }

  /// A figure without an interval that only a lack of data can leave undefined.
  private static func figure(_ value: Double?) -> JSONText {
    guard let value else { return .object(undefined(.undefinedNoData)) }
    return ["value": .real(value)]
  }

  private static func undefined(_ status: EstimateStatus) -> [JSONText.Member] {
    [.init("value", nil)] + EstimateJSON.reason(status)
  }

  private static func errors(_ errors: CalibrationErrors, _ table: ReliabilityTable) -> JSONText {
    EstimateJSON.json(
      errors.l1,
      [
        .init("l2", EstimateJSON.real(errors.l2.value)),
        .init("l2_ci95", interval(errors.l2)),
        .init("max", EstimateJSON.real(errors.max.value)),
        .init("max_ci95", interval(errors.max)),
        .init("squared_without_bias", EstimateJSON.real(table.squaredErrorWithoutBias)),
        .init("bins", .integer(table.bins.count)),
      ])
  }

  private static func interval(_ estimate: Estimate) -> JSONText {
    estimate.interval95.map { .array([.real($0.lower), .real($0.upper)]) } ?? nil
  }

  private static func decomposition(_ parts: MurphyDecomposition?) -> JSONText {
    guard let parts else { return .object(undefined(.undefinedNoData)) }
    return [
      "reliability": .real(parts.reliability), "resolution": .real(parts.resolution),
      "uncertainty": .real(parts.uncertainty),
    ]
  }

  private static func spiegelhalter(_ test: SpiegelhalterTest?) -> JSONText {
    guard let test else {
      return [
        "z": nil, "p": nil, "reason": "no_spread",
        "explanation": "There is no confidence besides 0, one half and 1 to test.",
      ]
    }
    return ["z": .real(test.z), "p": .real(test.p)]
  }

  private static func json(_ bin: ReliabilityBin) -> JSONText {
    [
      "above": .real(bin.lower), "up_to": .real(bin.upper), "units": .integer(bin.count),
      "hits": .integer(bin.hits), "mean_confidence": EstimateJSON.real(bin.meanConfidence),
      "frequency": EstimateJSON.json(bin.frequency), "gap": EstimateJSON.real(bin.gap),
      "too_few": .boolean(bin.isTooFew),
    ]
  }

  private static func json(_ label: LabelCalibration, labels: [String]) -> JSONText {
    [
      "label": .string(name(label.label, labels)), "units": .integer(label.units),
      "mean_probability": .real(label.meanProbability), "ece": EstimateJSON.json(label.error),
    ]
  }
}
