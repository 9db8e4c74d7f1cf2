import Foundation

/// The figures of several rounds, pooled by name and printed as a table.
struct Report {
  private var names: [String] = []
  private var pooled: [String: [Figure]] = [:]

  mutating func add(_ figures: [Figure]) {
    for figure in figures {
      let key = figure.name + "\u{0}" + figure.size
      if pooled[key] == nil { names.append(key) }
      pooled[key, default: []].append(figure)
    }
  }

  /// A Markdown table, or the same in columns.
  func text(markdown: Bool) -> String {
    let head = ["what", "size", "measured", "beside", "ratio", "spread of ratio", "counts"]
    let rows = names.compactMap { pooled[$0].map(row) }
    if markdown {
      let lines = ([head, head.map { _ in "---" }] + rows).map {
        "| " + $0.joined(separator: " | ") + " |"
      }
      return lines.joined(separator: "\n")
    }
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = ([head] + rows).map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: "  ")
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ figures: [Figure]) -> [String] {
    let first = figures[0]
    let ratios = Sample(figures.map(\.ratio))
    let value = Sample(figures.map(\.value)).median
    let base = Sample(figures.map(\.base)).median
    return [
      first.name, first.size, Self.text(value, first.unit),
      "\(first.yardstick): \(Self.text(base, first.unit))", Self.digits(ratios.median),
      "\(Self.digits(ratios.least))–\(Self.digits(ratios.most))", first.counts,
    ]
  }

  private static func text(_ value: Double, _ unit: Figure.Unit) -> String {
    digits(value) + (unit == .perSecond ? "" : " ") + unit.rawValue
  }

  /// Three significant digits; whole numbers from 1 000 on.
  static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let magnitude = abs(value)
    if magnitude >= 1000 { return thousands(Int(value.rounded())) }
    let places = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3
    return String(format: "%.\(places)f", value)
  }

  private static func thousands(_ count: Int) -> String {
    guard count >= 1000 else { return String(count) }
    let rest = String(count % 1000)
    return thousands(count / 1000) + " " + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
