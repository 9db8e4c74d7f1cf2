/// The random numbers of one replicate: SplitMix64 (Steele, Lea & Flood 2014), as `SeededOrder` of
/// Domain, here so that the draw is inlined.
///
/// Replicate b starts at the b-th output of the generator that `seed` starts. So its numbers
/// depend on the seed and on b alone, whichever thread computes it.
struct ResamplingStream {
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64

  init(seed: UInt64, replicate: Int) {
    state = Self.mixed(seed &+ Self.step &* (UInt64(replicate) &+ 1))
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number below `bound`, each as likely as the others up to bound / 2⁶⁴ (Lemire 2019).
  @inline(__always)
  mutating func next(below bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
