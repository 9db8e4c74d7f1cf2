import Foundation
import Testing

/// What keys do in a real terminal is what `rule` does from the same decisions.
@Suite struct FiftyRulingsTests {
  /// Verdicts of one key each, again and again.
  private static let verdicts = ["1", "2", "x", "4", "a", "5", "3", "7", "o", "8", "2", "X", "1"]
  /// What two logs may differ in: when, by which attempt, how quickly, and the chain of all this.
  private static let own: Set<String> = ["ts", "op", "seconds", "prev", "hash"]

  @Test func `fifty rulings typed into tmux make the log that rule makes`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    try FileManager.default.copyItem(atPath: place["project"], toPath: place["twin"])
    let session = try TmuxSession("-C project", in: place)
    try session.wait(until: "the queue is painted") { rows in
      rows.contains { $0.contains("Enter opens") }
    }
    try session.press("Enter")
    var item = try contested(session, after: nil)
    let opened = session.keyCount
    for number in 0..<50 {
      if number % 10 == 9 {
        try session.press("r")
        try session.wait(until: "a reason is asked for") { $0.last?.hasPrefix(" reason") == true }
        try session.type("rule 4")
        try session.press("Enter")
        try session.wait(until: "the reason stands there") { rows in
          rows.contains { $0.contains("rule 4") && !$0.hasPrefix(" reason ") }
        }
      }
      try session.press(Self.verdicts[number % Self.verdicts.count])
      item = try contested(session, after: item)
      guard number == 20 else { continue }
      // Taken back, and ruled on again.
      try session.press("z")
      item = try contested(session, after: item)
      try session.press("7")
      item = try contested(session, after: item)
    }
    let mean = Double(session.keyCount - opened) / 51
    print("keys a ruling, five reasons and one ruling taken back among them: \(mean)")
    #expect(mean < 2)
    try session.press("q", "q")
    try session.waitForEnd()

    let typed = try events(of: "project", in: place)
    let lines = typed.compactMap { Self.line(for: $0) }
    #expect(lines.count == 52, "fifty, one more, and one taken back")
    // A copy of a log is an old one to whoever remembers the head of the first.
    let other = ["XDG_STATE_HOME": place["home/other"]]
    try place.run(
      "-C", "twin", "rule", input: lines.joined(separator: "\n") + "\n", environment: other
    ).expect(0)
    let scripted = try events(of: "twin", in: place, other)
    #expect(typed.map(Self.compared) == scripted.map(Self.compared))
    try place.run("-C", "project", "log", "verify").expect(0)
    try place.run("-C", "twin", "log", "verify", environment: other).expect(0)
  }

  /// Waits for an item that can be ruled on, another one than before.
  private func contested(_ session: TmuxSession, after item: String?) throws -> String? {
    var found: String?
    try session.wait(until: "another item than \(item ?? "none") stands there") { rows in
      guard let title = rows.first, let start = title.range(of: "› item "),
        rows.contains(where: { $0.hasPrefix(" why here") })
      else { return false }
      found = title[start.upperBound...].split(separator: " ").first.map { String($0) }
      return found != item && rows.dropFirst().first?.hasPrefix(" Which label holds?") == true
    }
    return found
  }

  private func events(
    of project: String, in place: Workplace, _ environment: [String: String] = [:]
  ) throws -> [[String: JSON]] {
    try place.run(
      "-C", project, "log", "show", "--json", "--from", "0", "-n", "1000",
      environment: environment
    ).expect(0).jsonLines().compactMap(\.object)
  }

  /// The line of `rule` that says what an event says.
  private static func line(for event: [String: JSON]) -> String? {
    guard let type = event["type"]?.string, let item = event["item"]?.string else { return nil }
    var members = ["\"item\":\"\(item)\""]
    switch type {
    case "withdraw": members.append("\"do\":\"withdraw\"")
    case "decision":
      if let label = event["value"]?["label"]?.string {
        members.append("\"label\":\"\(label)\"")
      } else if let outcome = event["outcome"]?.string {
        members.append("\"outcome\":\"\(outcome)\"")
      }
      for name in ["reason", "order_seed", "votes_seen"] {
        if let text = event[name]?.string { members.append("\"\(name)\":\"\(text)\"") }
      }
    default: return nil
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func compared(_ event: [String: JSON]) -> [String: JSON] {
    event.filter { !own.contains($0.key) }
  }
}
