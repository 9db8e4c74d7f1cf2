import Testing

/// A decision as it stands in the log.
struct LoggedRuling: Hashable {
  let seq: Int
  let item: String
  /// The label's id, or the outcome's name.
  let ruling: String

  /// Every decision of a project's log, in its order.
  static func all(of project: String, in place: Workplace) throws -> [LoggedRuling] {
    try place.run("-C", project, "log", "show", "--json", "--from", "0", "-n", "100000")
      .expect(0).jsonLines().compactMap { event in
        guard event["type"]?.string == "decision", let seq = event["seq"]?.integer,
          let item = event["item"]?.string, let outcome = event["outcome"]?.string
        else { return nil }
        let value = event["value"]?["label"]?.string
        return LoggedRuling(seq: seq, item: item, ruling: value ?? outcome)
      }
  }
}
