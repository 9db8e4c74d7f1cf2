import Configuration
import Testing

@Suite struct PersonalSettingsTests {
  @Test func `every setting is read, and one that is not there is not invented`() throws {
    let text =
      "theme = \"dark\"\nbackground = \"terminal\"\nambiguous = 2\nascii = true # yes\n"
      + "mouse = false\nscreen_reader = true"
    #expect(
      try PersonalSettings.read(text, file: "config.toml")
        == PersonalSettings(
          theme: "dark", background: .terminal, ambiguous: .two, ascii: true, mouse: false,
          screenReader: true))
    #expect(try PersonalSettings.read("# nothing", file: "config.toml") == PersonalSettings())
  }

  @Test(arguments: [
    BadFile("theme = 1", "1:9: theme in these settings is a number; write text in quotation marks"),
    BadFile(
      "background = \"none\"",
      "1:14: unknown background \"none\" in these settings; write \"theme\" or \"terminal\""),
    BadFile(
      "\nambiguous = 3", "2:13: ambiguous in these settings is 3; write a whole number from 1 to 2"),
    BadFile(
      "ascii = \"yes\"",
      "1:9: ascii in these settings is text; write true or false, without quotation marks"),
    BadFile(
      "themes = \"x\"", "1:1: unknown key \"themes\" in these settings; did you mean \"theme\"?"),
    BadFile(
      "[keys]\na = 1",
      "1:2: unknown key \"keys\" in these settings; write theme, background, ambiguous, ascii, "
        + "mouse or screen_reader, or take it out"),
  ])
  func `what is wrong with personal settings is said with its place`(_ file: BadFile) {
    #expect(file.heard(by: PersonalSettings.read) == file.said)
  }

  @Test func `keys are read with their places, dotted or in marks, one or several`() throws {
    let text = """
      # mine
      [keys]
      queue.next = "n"
      "queue.back" = ["p", 'Backspace']
      quit = []
      [keys.item]
      keep = "Enter"
      """
    let settings = try KeySettings.read(text, file: "keys.toml")
    #expect(settings.bindings.map(\.command) == ["queue.next", "queue.back", "quit", "item.keep"])
    #expect(
      settings.bindings.map { $0.keys.map(\.text) } == [["n"], ["p", "Backspace"], [], ["Enter"]])
    #expect(settings.bindings.map(\.place.line) == [3, 4, 5, 7])
    #expect(settings.bindings[1].place == SourcePlace(line: 4, column: 1))
    #expect(settings.bindings[1].keys[1].place == SourcePlace(line: 4, column: 22))
    #expect(
      settings.problem("no such key; write another", at: settings.bindings[0].keys[0].place)
        .description == "keys.toml:3:14: no such key; write another")
    #expect(try KeySettings.read("", file: "keys.toml").bindings.isEmpty)
  }

  @Test func `a set of keys is named before the table`() throws {
    let settings = try KeySettings.read(
      "set = \"emacs\"\n[keys]\nlist.next = 'n'", file: "keys.toml")
    #expect(settings.set?.text == "emacs")
    #expect(settings.set?.place == SourcePlace(line: 1, column: 7))
    #expect(settings.bindings.map(\.command) == ["list.next"])
    #expect(try KeySettings.read("", file: "keys.toml").set == nil)
  }

  @Test(arguments: [
    BadFile("[key]", "1:2: unknown table \"key\"; did you mean \"keys\"?"),
    BadFile(
      "quit = 'q'", "1:1: \"quit\" stands in no table; move it below the table it belongs to"),
    BadFile(
      "[keys]\nqueue.next = 1",
      "2:14: the key of \"queue.next\" is a number; write a key as in \"n\", "
        + "or several as in [\"n\", \"Tab\"]"),
    BadFile(
      "[keys]\nqueue.next = ['n', '']",
      "2:20: the key of \"queue.next\" is empty; write a key as in \"n\", "
        + "or several as in [\"n\", \"Tab\"]"),
    BadFile(
      "[keys]\nqueue.next = 'n'\n'queue.next' = 'm'",
      "3:1: command \"queue.next\" is there already; give all its keys in one list"),
    BadFile("set = 1", "1:7: set is a number; write text in quotation marks"),
    BadFile("[keys]\n'' = 'n'", "2:1: a command's id is empty; write one as in queue.next"),
  ])
  func `what is wrong with keys is said with its place`(_ file: BadFile) {
    #expect(file.heard(by: KeySettings.read) == file.said)
  }
}
