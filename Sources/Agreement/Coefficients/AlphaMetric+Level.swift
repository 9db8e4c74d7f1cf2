public import Domain

extension AlphaMetric {
  /// The metric of a level of measurement over these labels; label sets count as nominal.
  ///
  /// - Parameter codes: The label codes in the order of the scale.
  public init(_ level: Scale, labels: [String], codes: [Int]) {
    let numbers = labels.map { Number($0)?.double ?? .infinity }
    switch level {
    case .nominal, .set: self = .nominal
    case .interval: self = .interval(numbers)
    case .ratio: self = .ratio(numbers)
    case .ordinal:
      var ranks = Array(repeating: 0, count: labels.count)
      for (rank, code) in codes.enumerated() { ranks[code] = rank }
      self = .ordinal(ranks: ranks)
    }
  }
}
