import Domain

/// `[tiers.NAME]`: what a wrong label costs.
enum TierSection {
  /// A hundred years: days beyond it would leave the calendar.
  static let longestDue = 36_500

  static func read(_ root: RootReader) -> [Tier] {
    root.namedTables("tiers", keys: ["cost", "due_days", "reason"]).compactMap { named in
      let reader = named.reader
      reader.reportMissing("cost", example: "1")
      let due = reader.whole("due_days", 0...longestDue)
      let reason = reader.choice("reason", ReasonRule.self)
      return reader.amount("cost", .notNegative).map {
        Tier(
          id: TierID(named.name.content), cost: $0, dueDays: due, reason: reason ?? .optional)
      }
    }
  }
}
