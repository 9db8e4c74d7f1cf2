/// A figure of a calibration, as it was shown.
public struct CalibrationFigure: Hashable, Sendable {
  /// nil for the figure over all labels.
  public let label: LabelID?
  /// Items that it rests on.
  public let units: Int
  /// nil where it is undefined.
  public let value: Number?
  /// Ends of its 95 % interval, both or neither.
  public let low: Number?
  public let high: Number?

  public init(
    label: LabelID?, units: Int, value: Number?, low: Number? = nil, high: Number? = nil
  ) {
    self.label = label
    self.units = units
    self.value = value
    self.low = low
    self.high = high
  }
}
