package import Domain
import Screen
import Workbench

/// Events of the log, a row each, in the words of the log's screen.
package enum LogText {
  package static func lines(
    _ events: [Event], _ configuration: ProjectConfiguration
  ) -> [String] {
    let look = LabelLook(configuration)
    var table = TextTable([
      .init("event", .right), .init("when"), .init("what"), .init("by", widest: 10),
      .init("of", widest: 22, cut: .end), .init("hash"),
    ])
    for event in events {
      let words = EventWords(event, look)
      table.append([
        SafeText(Figures.count(event.seq)), when(event.draft.at), words.what,
        SafeText(event.draft.actor.text), words.of, SafeText(String(event.hash.hex.prefix(8))),
      ])
    }
    return table.lines(indent: 0)
  }

  /// One event as a line by itself, as it is told while following.
  package static func line(_ event: Event, _ configuration: ProjectConfiguration) -> String {
    let words = EventWords(event, LabelLook(configuration))
    return
      "\(Figures.count(event.seq))  \(when(event.draft.at).plain)  \(words.what.plain)  "
      + "\(SafeText.line(event.draft.actor.text))  \(words.of.plain)"
  }

  private static func when(_ at: Instant) -> SafeText {
    SafeText(String(at.text.prefix(16)).replacing("T", with: " "))
  }
}
