import Screen
import Testing
import Workbench

/// Both sets of keys: complete, without conflicts, and free of what belongs to terminals.
@Suite struct KeymapSetTests {
  @Test(arguments: KeymapSet.allCases)
  func `no two commands of a screen share a key`(set: KeymapSet) {
    #expect(Keymap(set).conflicts.isEmpty)
  }

  @Test(arguments: KeymapSet.allCases)
  func `what has a key in one set has one in every other`(set: KeymapSet) {
    let keymap = Keymap(set)
    for command in CommandTable.all where !command.keys.isEmpty {
      #expect(!keymap.sequences(for: command.id).isEmpty, "\(command.id)")
    }
  }

  @Test(arguments: KeymapSet.allCases)
  func `keys of terminals and shells stay theirs`(set: KeymapSet) {
    let keymap = Keymap(set)
    let owners: Set<CommandID> = [.repaint, .suspend, .interrupt]
    for command in CommandTable.all where !owners.contains(command.id) {
      for key in keymap.sequences(for: command.id).flatMap(\.keys) {
        #expect(!["^C", "^L", "^Q", "^S", "^Z"].contains(key.name), "\(command.id)")
      }
    }
  }

  @Test func `the emacs set moves as its users expect`() {
    let emacs = Keymap(.emacs)
    let expected: [(String, CommandID)] = [
      ("^N", .next), ("^P", .previous), ("^V", .pageDown), ("M-v", .pageUp), ("M-<", .first),
      ("M->", .last), ("M-s", .find), ("M-x", .palette), ("^_", .undo), ("t", .tag),
    ]
    for (name, id) in expected {
      let keys = Key(name: name).map { [$0] } ?? []
      #expect(emacs.meaning(of: keys, in: .queue) == .command(id, place: 0), "\(name)")
    }
    #expect(emacs.meaning(of: [.control("n")], in: .item) == .command(.lineDown, place: 0))
  }

  @Test func `a key file changes keys of a set`() throws {
    let keymap = try Keymap(.emacs, overrides: ["list.next": ["M-n"], "list.find-next": []])
    #expect(keymap.meaning(of: [.alt("n")], in: .queue) == .command(.next, place: 0))
    #expect(keymap.meaning(of: [.control("n")], in: .queue) == .nothing)
    #expect(keymap.meaning(of: [.control("p")], in: .queue) == .command(.previous, place: 0))
  }

  @Test func `^G is Esc wherever nothing else asks for it`() {
    var model = Scene.letters.ready
    model.press("?", "^G")
    #expect(model.overlay == nil)
    model.press("l", "^G")
    #expect(model.asking == .nothing)
    model.press("^C", "^G")
    #expect(model.asking == .nothing)
    model.press("Space", "^G")
    #expect(model.typed.isEmpty)
  }

  @Test func `every command can be typed, so that it needs no key`() {
    for scope in Place.allCases.map(\.scope) {
      let commands = CommandTable.commands(in: scope)
      #expect(Set(commands.map(\.word)).count == commands.count)
      for command in commands {
        #expect(!command.word.isEmpty && !command.word.contains(" "), "\(command.id)")
      }
    }
    #expect(Set(CommandTable.all.map(\.id)) == Set(CommandID.allCases))
  }
}
