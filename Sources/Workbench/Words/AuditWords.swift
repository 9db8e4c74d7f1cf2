package import Domain
import Screen

/// What an audit says of the release in words: the same on the screen and in the command.
package struct AuditWords {
  private let audit: AuditStanding

  package init(_ audit: AuditStanding) {
    self.audit = audit
  }

  /// `57 of 60 right, accuracy .968 (.912 to .994), at least .921`; while it is being ruled, how far
  /// that came.
  package var line: String {
    let right = "\(Figures.count(audit.right)) of \(Figures.count(audit.ruled)) right"
    guard let accuracy = audit.accuracy else {
      return "\(Figures.count(audit.size)) drawn, none ruled yet"
    }
    let figures =
      "accuracy \(Self.nearest(accuracy)) (\(Self.below(audit.low)) to \(Self.above(audit.high)))"
    guard audit.isComplete else {
      return "\(right), \(Figures.count(audit.size - audit.ruled)) to come, so far \(figures)"
    }
    return "\(right), \(figures), at least \(Self.below(audit.least))"
  }

  /// The same in sentences, for who has not read of limits.
  package var sentences: [String] {
    var said: [String] = []
    if let accuracy = audit.accuracy {
      said.append(
        "Of \(Self.count(audit.ruled, "unit") ?? "") drawn at random, \(Figures.count(audit.right)) would "
          + "have been released rightly.")
      said.append(
        "With what was ruled, \(Self.percent(accuracy)) of the release are right, by the best guess; "
          + "19 times in 20 such limits hold the truth: \(Self.percent(audit.low, .down)) to "
          + "\(Self.percent(audit.high, .up)).")
    }
    if audit.isComplete {
      said.append(
        "At least \(Self.percent(audit.least, .down)) are right, which is what a gate asks.")
    } else {
      said.append(waiting)
    }
    let since = [
      Self.count(audit.rulingsSince, "ruling"), Self.count(audit.batchesSince, "batch", "batches"),
    ].compactMap(\.self)
    if !since.isEmpty {
      said.append(
        "It measures the release as it stood at the draw; since then: "
          + "\(since.joined(separator: ", ")).")
    }
    if audit.earlier > 0 {
      let draws = Self.count(audit.earlier, "draw") ?? ""
      said.append(
        "\(draws) came before it: who draws until it fits proves nothing.")
    }
    return said
  }

  /// What is still to be ruled before it says more.
  private var waiting: String {
    let missing = Self.count(audit.missing, "unit") ?? "no unit"
    let asked = audit.missing == 1 ? "waits" : "wait"
    guard audit.ruled > 0 else { return "\(missing) of the draw \(asked) for a ruling." }
    return "\(missing) of the draw \(asked) for a ruling; only what is ruled in one row from its "
      + "beginning is counted, for only that is a draw, too."
  }

  /// A lower limit, never more than it is: `.921`.
  package static func below(_ share: Double) -> String {
    // A limit that is a share of whole units may miss its decimal by rounding alone.
    plain((share * 1000 + 1e-9).rounded(.down) / 1000)
  }

  /// An upper limit, never less than it is.
  package static func above(_ share: Double) -> String {
    plain((share * 1000 - 1e-9).rounded(.up) / 1000)
  }

  /// What is not all is never `1.000`.
  package static func nearest(_ share: Double) -> String {
    plain(share < 1 ? min(share, 0.999) : share)
  }

  private static func plain(_ share: Double) -> String {
    let text = Figures.fixed(share, places: 3)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }

  private static func percent(
    _ share: Double, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    let slack = rule == .down ? 1e-9 : rule == .up ? -1e-9 : 0
    let tenths = (share * 1000 + slack).rounded(rule)
    let shown = share < 1 && rule != .up ? min(tenths, 999) : tenths
    return Figures.fixed(shown / 10, places: 1) + " %"
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String? {
    guard number > 0 else { return nil }
    return "\(Figures.count(number)) \(number == 1 ? one : many ?? one + "s")"
  }
}
