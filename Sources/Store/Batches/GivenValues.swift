import Domain

/// Values of one batch as they read now: through every migration that came after the batch.
final class GivenValues {
  private let reading: LabelReading
  private let age: Int
  /// Few values are many times.
  private var known: [Value: Value] = [:]

  init(_ reading: LabelReading, batch: Int) {
    self.reading = reading
    age = reading.age(ofBatch: batch)
  }

  /// What a value says now; what says nothing any more reads as if its annotator had declined.
  func read(_ value: Value) -> Value {
    guard age > 0 else { return value }
    switch value {
    case .number, .text, .abstained: return value
    case .label, .labels, .ranking, .spans, .boxes: break
    }
    if let read = known[value] { return read }
    let read = reading.read(value, age: age) ?? .abstained
    known[value] = read
    return read
  }
}
