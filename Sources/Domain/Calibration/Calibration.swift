/// A step of a calibration.
public enum Calibration: Hashable, Sendable {
  case draw(CalibrationDraw)
  case result(CalibrationResult)

  /// The word for the step in the log.
  public enum Step: String, Sendable, CaseIterable {
    case draw
    case result
  }

  public var step: Step {
    switch self {
    case .draw: .draw
    case .result: .result
    }
  }
}
