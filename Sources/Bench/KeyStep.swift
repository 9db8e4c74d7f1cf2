import Screen

/// Keys that are sent at once, and timed under a name until everything they bring about is painted.
struct KeyStep {
  /// nil: not timed.
  let name: String?
  let keys: [Key]
  /// Milliseconds without a paint that mean nothing more will come.
  var silence = 20

  static func repeated(_ name: String, _ key: Key, _ count: Int, silence: Int = 20) -> [KeyStep] {
    Array(repeating: KeyStep(name: name, keys: [key], silence: silence), count: count)
  }

  static func untimed(_ keys: Key...) -> [KeyStep] {
    keys.map { KeyStep(name: nil, keys: [$0], silence: 60) }
  }
}
