import Foundation
import Screen
import TestSupport
import Testing

/// `themes` and `keys`, and the personal files behind them.
@Suite struct LooksCommandTests {
  @Test func `one's own themes stand beside those of the program`() throws {
    let place = try Workplace()
    let light = try place.run("themes", "light").expect(0).text
    #expect(light.contains("heat.6"))
    try place.configure("themes/mine.theme", "accent = #123456 - / 24 - / 4 - / bold\n")
    try place.configure("themes/light.theme", light)
    let names = try place.run("themes", "--json").expect(0).json().array.compactMap(\.string)
    #expect(names == ["dark", "light", "high-contrast", "colour-blind-safe", "mono", "mine"])
    #expect(try place.run("themes").expect(0).text.contains("mine  (yours)"))
    let sample = try place.run(
      "themes", "mine", "--show", environment: ["TERM": "xterm-256color"]
    ).expect(0)
    #expect(sample.text.contains("38;5;24"), "one's own accent")
    #expect(sample.text.contains("48;5;233"), "the ground of the standard theme")
  }

  @Test func `a theme that is wrong says where`() throws {
    let place = try Workplace()
    try place.configure(
      "themes/mine.theme", "text = #dde1e6 - / 254 - / - - / -\nacent = - / - / - / -\n")
    try place.configure("config.toml", "theme = \"mine\"\n")
    try Sample.supportTickets.make(in: place)
    let shown = try place.run("themes", "mine", "--show").expect(3)
    #expect(shown.complaint.contains("mine.theme:2:1: there is no role called acent"))
    let session = try place.sit("-C", "project")
    #expect(session.waitForEnd(seconds: 60) == .exited(3))
    #expect(session.screen.text.contains("mine.theme:2:1:"))
  }

  @Test func `the terminal's ground is left alone where that is asked for`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    try place.configure("config.toml", "background = \"terminal\"\n")
    let sitting = Sitting(try place.sit("-C", "project"))
    sitting.waitForQueue()
    #expect(sitting.screen[23, 79].style.background == .standard)
    #expect(sitting.screen[0, 1].style.background == .indexed(235))
    sitting.session.send("q")
    #expect(sitting.session.waitForEnd(seconds: 60) == .exited(0))
  }

  @Test func `samples hold no sequence of colour where colour is refused`() throws {
    let place = try Workplace()
    let shown = try place.run(
      "themes", "--show", environment: ["TERM": "xterm-256color", "NO_COLOR": "1"]
    ).expect(0).text
    #expect(!shown.contains("38;5") && !shown.contains("48;5"))
    #expect(shown.contains("\u{1B}[0;1m"))
    let plain = try place.run("themes").expect(0).text
    #expect(!plain.contains("\u{1B}"))
  }

  @Test func `keys are told for people and for scripts, of a set or one's own`() throws {
    let place = try Workplace()
    let table = try place.run("keys").expect(0).text
    #expect(table.contains("| `j` `Down` |"))
    #expect(try place.run("keys", "--set", "emacs").expect(0).text.contains("| `^N` `Down` |"))
    try place.run("keys", "--set", "nano").expect(2)
    try place.configure("keys.toml", "set = \"emacs\"\n[keys]\nlist.next = \"M-j\"\n")
    let mine = try place.run("keys", "--mine", "--json").expect(0).json().array
    let next = mine.first { $0["id"]?.string == "list.next" }
    #expect(next?["keys"]?.array.compactMap(\.string) == ["M-j"])
    #expect(next?["command"]?.string == "down")
    let back = mine.first { $0["id"]?.string == "list.previous" }
    #expect(back?["keys"]?.array.compactMap(\.string) == ["^P", "Up"])
  }

  @Test(arguments: [
    ("[keys]\nlist.next = \"t\"\n", "keys.toml:2:13: t is asked for by list.next and by queue.tag"),
    ("set = \"nano\"\n", "keys.toml:1:7: there is no set of keys nano"),
    ("[keys]\nlist.fly = \"F2\"\n", "keys.toml:2:6: there is no command list.fly"),
    (
      "[keys]\nlist.next = [\"j\", \"Hyper\"]\n", "keys.toml:2:19: list.next: there is no key Hyper"
    ),
    ("[keys]\nlist.next = \"^S\"\n", "keys.toml:2:13: list.next: ^S belongs to the terminal"),
  ])
  func `a key file that is wrong says where, and nothing opens`(
    file: String, said: String
  ) throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    try place.configure("keys.toml", file)
    let session = try place.sit("-C", "project", size: Size(width: 160, height: 24))
    #expect(session.waitForEnd(seconds: 60) == .exited(3))
    #expect(session.screen.text.contains(said), "\(session.framed)")
    #expect(!session.screen.isAlternate)
  }
}
