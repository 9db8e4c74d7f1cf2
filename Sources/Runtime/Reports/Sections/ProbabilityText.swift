import Screen

/// How p-values are written: three places, and never a plain zero.
enum ProbabilityText {
  static func text(_ probability: Double) -> String {
    if probability < 0.001 { return "below .001" }
    let text = Figures.fixed(probability, places: 3)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }
}
