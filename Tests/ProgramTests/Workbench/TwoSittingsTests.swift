import Foundation
import Screen
import TestSupport
import Testing

/// Two people at two workbenches on one folder.
@Suite struct TwoSittingsTests {
  @Test func `one takes an item over and rules; the other is told, shown it, and loses no word`()
    throws
  {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    for member in ["mara", "jonas"] {
      try place.run("-C", "project", "member", "add", member, "--role", "adjudicator").expect(0)
    }
    let mara = try sit(in: place, as: "mara")
    mara.open()
    let item = try #require(mara.item)
    mara.press("n", until: "the note is asked for") { $0.screen.text.contains("note") }
    mara.session.send("my thoughts\r")
    mara.wait(until: "the note stands there") { $0.screen.text.contains("my thoughts") }

    let jonas = try sit(in: place, as: "jonas")
    jonas.press("\r", until: "jonas sees who is looking") {
      $0.item == item && $0.screen.text.contains("mara is looking")
    }
    jonas.press("x", until: "he is asked") { $0.screen.text.contains("Take it over?") }
    jonas.session.send("y")
    mara.wait(until: "mara is told") { $0.screen.text.contains("jonas took this item over") }
    jonas.rule("x")
    mara.wait(until: "mara sees the ruling") {
      $0.screen.text.contains("Ruled none of these by jonas")
    }
    mara.press("1", until: "there is nothing to take over") {
      !$0.screen.text.contains("Take it over?")
    }

    let logged = try place.run("-C", "project", "log", "show", "--json", "-n", "1").expect(0)
      .jsonLines().last
    #expect(logged?["actor"]?.string == "jonas")
    #expect(logged?["took_over"]?.string == "mara")
    #expect(try LoggedRuling.all(of: "project", in: place).count == 1)
    let drafts = FileManager.default.enumerator(atPath: place["mara"])?
      .compactMap { $0 as? String }.first { $0.hasSuffix("drafts.json") }
    #expect(try place.read("mara/" + (drafts ?? "none")).contains("my thoughts"))
    for sitting in [mara, jonas] { sitting.killed() }
  }

  private func sit(in place: Workplace, as member: String) throws -> Sitting {
    let sitting = Sitting(
      try place.sit(
        "-C", "project", size: Size(width: 100, height: 30),
        environment: ["TIEBREAK_AS": member, "XDG_STATE_HOME": place[member]]))
    sitting.waitForQueue()
    return sitting
  }
}
