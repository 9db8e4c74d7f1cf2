import Domain
package import Interchange
import Ledger

/// What came of moving a project between a folder and a server.
package struct TransferReport: Sendable {
  enum Outcome: Sendable {
    /// Both have the same log now; so many events and batches were moved.
    case moved(events: Int, batches: Int)
    /// The place it was to go to has more: the other direction is asked for.
    case otherIsAhead
    /// Both went on by themselves from the same beginning; nothing was moved.
    case parted(here: Event, there: Event)
  }

  let outcome: Outcome
  /// The head of the log that it was to be moved from.
  let head: Head
  /// Where it lies now, for people.
  let place: String
  /// What to type next.
  let next: String

  package var isDone: Bool {
    if case .moved = outcome { true } else { false }
  }

  package var lines: [String] {
    switch outcome {
    case .moved(0, _): ["\(place) has all of it already: head \(head.seq) \(head.hash.hex)", next]
    case .moved(let events, let batches):
      [
        "Moved \(Words.count(events, "event")) and "
          + "\(Words.count(batches, "batch", plural: "batches")) to \(place).",
        "Head \(head.seq) \(head.hash.hex)", next,
      ]
    case .otherIsAhead: ["\(place) has more events than this log. Nothing was moved.", next]
    case .parted(let here, let there):
      [
        "The two logs part at event \(here.seq); before it they are the same. Nothing was moved.",
        "  here   \(Self.line(here))", "  there  \(Self.line(there))",
        "Somebody worked on both. Keep one, and rule in it what only the other has.",
      ]
    }
  }

  package var json: JSONText {
    var members: [JSONText.Member] = [
      .init("done", .boolean(isDone)), .init("head", .integer(head.seq)),
      .init("hash", .string(head.hash.hex)),
    ]
    switch outcome {
    case .moved(let events, let batches):
      members += [.init("events", .integer(events)), .init("batches", .integer(batches))]
    case .otherIsAhead: members.append(.init("reason", "other_is_ahead"))
    case .parted(let here, let there):
      members += [
        .init("reason", "parted"), .init("first_different", .integer(here.seq)),
        .init("here", .string(here.hash.hex)), .init("there", .string(there.hash.hex)),
      ]
    }
    return .object(members)
  }

  private static func line(_ event: Event) -> String {
    "\(event.draft.at.text)  \(event.body.type.rawValue)  by \(Words.plain(event.draft.actor.text))  "
      + event.hash.hex.prefix(16)
  }
}
