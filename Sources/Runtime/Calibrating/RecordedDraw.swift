package import Domain

/// A draw with its place in the log.
package struct RecordedDraw: Sendable {
  package let seq: Int
  package let draw: CalibrationDraw
}
