import Agreement

/// Agreement as blocks of eight heights, from the lowest to the highest window of all annotators.
struct TrendScale {
  static let glyphs = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// A window with too few ratings.
  static let gap = "·"

  let lowest: Double
  let highest: Double

  /// nil where no window has enough ratings.
  init?(_ standings: [AnnotatorStanding]) {
    let values = standings.flatMap(\.trend.windows).filter(\.isEnough)
      .compactMap(\.figures.agreement.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    lowest = low
    highest = high
  }

  func glyphs(_ trend: StandingTrend) -> String {
    trend.windows.map { window in
      guard window.isEnough, let value = window.figures.agreement.value else { return Self.gap }
      return glyph(value)
    }.joined()
  }

  private func glyph(_ value: Double) -> String {
    guard highest > lowest else { return Self.glyphs[Self.glyphs.count / 2] }
    let height = (value - lowest) / (highest - lowest) * Double(Self.glyphs.count)
    return Self.glyphs[min(Self.glyphs.count - 1, max(0, Int(height)))]
  }
}
