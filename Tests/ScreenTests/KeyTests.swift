import Screen
import Testing

@Suite struct KeyTests {
  private static let named: [(Key, String)] = [
    (.character("j"), "j"), (.character("G"), "G"), (.character("^"), "^"), (.space, "Space"),
    (.character("é"), "é"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"),
    (.backtab, "S-Tab"), (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"),
    (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
    (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.function(1), "F1"),
    (.function(12), "F12"), (.control("d"), "^D"), (.control("["), "^["), (.alt("x"), "M-x"),
    (.alt(" "), "M-Space"), (.character("F"), "F"), (.character("M"), "M"), (.character("-"), "-"),
  ]

  @Test(arguments: named)
  func `a name leads back to its key`(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "enter", "^1", "^DD", "M-", "F0", "F25", "Fx", "Ctrl-D", "ab"])
  func `what is no name is refused`(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func `sequences are names with blanks between them`() {
    #expect(KeySequence(name: "Space q") == KeySequence(.space, .character("q")))
    #expect(KeySequence(.space, .control("d")).name == "Space ^D")
    #expect(KeySequence(name: "Space Nope") == nil)
    #expect(KeySequence(name: " ") == nil)
    #expect(KeySequence(.space).isPrefix(of: KeySequence(.space, .character("q"))))
    #expect(!KeySequence(.space).isPrefix(of: KeySequence(.space)))
  }
}
