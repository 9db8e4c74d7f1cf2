import Screen
import Testing
import Workbench

@Suite struct KeymapTests {
  @Test func `no two commands of one screen want the same key`() {
    #expect(Keymap.standard.conflicts.isEmpty)
  }

  @Test func `every command is in the table once, with help and a word of its own`() {
    #expect(Set(CommandTable.all.map(\.id)) == Set(CommandID.allCases))
    #expect(CommandTable.all.count == CommandID.allCases.count)
    for command in CommandTable.all {
      #expect(!command.help.isEmpty && !command.title.isEmpty && !command.word.isEmpty)
    }
    for scope in Place.allCases.map(\.scope) {
      let words = CommandTable.commands(in: scope).map(\.word)
      #expect(Set(words).count == words.count, "a word names one command of a screen")
    }
  }

  @Test func `a key file changes keys`() throws {
    let keymap = try Keymap(overrides: ["list.next": ["W", "Down"], "list.find": ["M-f g"]])
    #expect(keymap.meaning(of: [.character("W")], in: .queue) == .command(.next, place: 0))
    #expect(keymap.meaning(of: [.character("j")], in: .queue) == .nothing)
    #expect(keymap.meaning(of: [.alt("f")], in: .queue) == .unfinished)
    #expect(
      keymap.meaning(of: [.alt("f"), .character("g")], in: .queue) == .command(.find, place: 0))
    #expect(keymap.name(for: .next) == "W")
  }

  @Test func `the same key may mean different things on different screens`() throws {
    let keymap = Keymap.standard
    #expect(keymap.meaning(of: [.character("o")], in: .queue) == .command(.order, place: 0))
    #expect(
      keymap.meaning(of: [.character("o")], in: .item) == .command(.outsideGuideline, place: 0))
    #expect(keymap.meaning(of: [.character("3")], in: .item) == .command(.adopt, place: 2))
  }

  @Test func `what is wrong with a key file is said`() {
    #expect(throws: KeymapError.unknownCommand("queue.fly")) {
      try Keymap(overrides: ["queue.fly": ["x"]])
    }
    #expect(throws: KeymapError.unknownKey("Hyper-x", command: "list.next")) {
      try Keymap(overrides: ["list.next": ["Hyper-x"]])
    }
    #expect(throws: KeymapError.reservedKey("^S", command: "queue.tag")) {
      try Keymap(overrides: ["queue.tag": ["^S"]])
    }
    #expect(throws: KeymapError.conflict("t", "list.next", "queue.tag")) {
      try Keymap(overrides: ["list.next": ["t"]])
    }
    #expect(throws: KeymapError.conflict(": q", "app.palette", "list.next")) {
      try Keymap(overrides: ["app.palette": [": q"], "list.next": [":"]])
    }
  }

  @Test func `no deed is bound to a key that terminals keep for themselves`() {
    let reserved: [Key] = ["c", "l", "q", "s", "z"].map { .control($0) }
    let owners: Set<CommandID> = [.interrupt, .repaint, .suspend]
    for command in CommandTable.all where !owners.contains(command.id) {
      for sequence in command.keys {
        #expect(sequence.keys.allSatisfy { !reserved.contains($0) }, "\(command.id)")
      }
    }
  }

  @Test func `the table for the README lists every command`() {
    for command in CommandTable.all {
      #expect(KeyTable().markdown.contains(command.help))
    }
  }
}
