/// Which calibrations were drawn and recorded, at the point that a verification has come to.
struct VerifiedCalibrations {
  /// A proposal of the guideline: the number of its part, and where it stands.
  struct Part: Hashable {
    let number: Int
    let seq: Int
  }

  /// What was tried, by position of the draw.
  var draws: [Int: Set<Part>] = [:]
  /// By position of the result.
  var results: [Int: Set<Part>] = [:]
}
