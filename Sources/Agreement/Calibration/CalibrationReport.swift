/// Everything about how a model's confidence stands to how often it is right.
public struct CalibrationReport: Equatable, Sendable {
  /// Fifteen bins are the custom since Guo et al. (2017).
  public static let usualBins = 15

  /// Units with a prediction and a known label.
  public let units: Int

  /// By label code; empty where only confidences are known.
  public let labels: [LabelCalibration]

  /// How often the model is right, or the event happens, with Wilson's interval.
  public let accuracy: Estimate

  public let meanConfidence: Double?

  /// Bins of equal width.
  public let reliability: ReliabilityTable

  /// Bins of equal mass.
  public let massReliability: ReliabilityTable

  /// The calibration error over the bins of equal width.
  public let errors: CalibrationErrors

  /// The calibration error over the bins of equal mass.
  public let massErrors: CalibrationErrors

  /// The mean of the labels' errors (Kull et al. 2019, class-wise), with the jackknife over units;
  /// nil without labels.
  public let classwiseError: Estimate?

  /// Over all labels where there are any, else of the events.
  public let brier: Estimate

  public let decomposition: MurphyDecomposition?

  public let logLoss: Estimate

  /// Of the confidences in what the model puts first.
  public let spiegelhalter: SpiegelhalterTest?

  /// Units for which the model puts several labels first; the lowest code counts as its choice.
  public let tiedUnits: Int

  /// Units whose probabilities do not add up to 1.
  public let unnormalisedUnits: Int

  /// From a probability for every label. O(units × labels × log units).
  public init(_ table: ProbabilityTable, bins: Int = usualBins) {
    let top = table.topForecasts
    let labels = (0..<table.labelCount).map { label in
      let forecasts = table.forecasts(of: label)
      return LabelCalibration(
        label: label, units: forecasts.outcomes.count(where: \.self),
        meanProbability: forecasts.meanConfidence ?? 0,
        error: CalibrationErrors(forecasts, binning: .equalWidth(bins)).l1)
    }
    self.init(
      top, labels: labels, bins: bins,
      classwiseError: labels.isEmpty ? nil : CalibrationErrors.classwise(table, bins: bins),
      brier: BrierScore.multiclass(table), decomposition: MurphyDecomposition(table),
      logLoss: LogLoss.multiclass(table), tiedUnits: table.tiedUnits,
      unnormalisedUnits: table.unnormalisedUnits)
  }

  /// From confidences alone: of the label a model chose and whether it is right, or of an event.
  /// O(n log n).
  public init(_ forecasts: Forecasts, bins: Int = usualBins) {
    self.init(
      forecasts, labels: [], bins: bins, classwiseError: nil,
      brier: BrierScore.binary(forecasts), decomposition: MurphyDecomposition(forecasts),
      logLoss: LogLoss.binary(forecasts), tiedUnits: 0, unnormalisedUnits: 0)
  }

  private init(
    _ top: Forecasts, labels: [LabelCalibration], bins: Int, classwiseError: Estimate?,
    brier: Estimate, decomposition: MurphyDecomposition?, logLoss: Estimate, tiedUnits: Int,
    unnormalisedUnits: Int
  ) {
    units = top.count
    self.labels = labels
    accuracy = top.frequency
    meanConfidence = top.meanConfidence
    reliability = ReliabilityTable(top, binning: .equalWidth(bins))
    massReliability = ReliabilityTable(top, binning: .equalMass(bins))
    errors = CalibrationErrors(top, binning: .equalWidth(bins))
    massErrors = CalibrationErrors(top, binning: .equalMass(bins))
    self.classwiseError = classwiseError
    self.brier = brier
    self.decomposition = decomposition
    self.logLoss = logLoss
    spiegelhalter = SpiegelhalterTest(top)
    self.tiedUnits = tiedUnits
    self.unnormalisedUnits = unnormalisedUnits
  }
}
