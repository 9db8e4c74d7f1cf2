package import Domain

/// A step of a calibration with its place in the log.
package struct RecordedCalibration: Hashable, Sendable {
  package let seq: Int
  package let by: MemberID
  package let at: Instant
  package let step: Calibration
}
