import Configuration
import Testing

@Suite struct RefusedLabelTests {
  @Test(
    arguments: [
      .below("[[labels]]", "3:1: [[labels]] has no id; add id = \"…\""),
      .below(
        "[[labels]]\nid = \"\"", "4:6: id in [[labels]] is empty; write something, or take it out"),
      .below(
        "[[labels]]\nid = 7", "4:6: id in [[labels]] is a number; write text in quotation marks"),
      .below(
        "[labels]\nid = \"a\"",
        "3:1: labels is one table; write each as a block that begins with [[labels]]"),
      BadFile(
        "labels = [\"a\"]\n[project]\nname = \"p\"",
        "1:11: labels holds text; write each as a block that begins with [[labels]]"),
      .below(
        "[[labels]]\nid = \"a\"\n[[labels]]\nid = 'a'",
        "6:6: label id \"a\" is there already; every id is given once"),
      .below(
        "[[labels]]\nid = \"caf\\u00e9\"\n[[labels]]\nid = \"cafe\\u0301\"",
        "6:6: label id \"cafe\u{301}\" looks like one before but has other code points; "
          + "write both the same, or give them different ids"),
      .below(
        "[[labels]]\nid = \"a\"\ntier = \"high\"",
        "5:8: unknown tier \"high\"; add [tiers.high] with its cost"),
      .below(
        "[[labels]]\nid = \"a\"\ntier = \"hgih\"\n[tiers.high]\ncost = 1",
        "5:8: unknown tier \"hgih\"; did you mean \"high\"?"),
      .below(
        "[[labels]]\nid = \"a\"\ntier = \"e\\u0301\"\n[tiers.\"\\u00e9\"]\ncost = 1",
        "5:8: unknown tier \"e\u{301}\"; the one that is known looks the same but has other code "
          + "points; copy it from there"),
      .below(
        "[[labels]]\nid = \"car\"\nparent = \"cra\"",
        "5:10: unknown label \"cra\"; did you mean \"car\"?"),
      .below(
        "[[labels]]\nid = \"car\"\nparent = \"car\"",
        "5:10: label \"car\" is its own parent; take out one parent"),
      .below(
        """
        labels = 1
        [[labels]]
        id = "a"
        """,
        "3:1: unknown key \"labels\" in [project]; write name, task, blind or store, or take it out"
      ),
      .below(
        """
        [[labels]]
        id = "leaf"
        parent = "a"
        [[labels]]
        id = "b"
        parent = "c"
        [[labels]]
        id = "a"
        parent = "b"
        [[labels]]
        id = "c"
        parent = "a"
        """, "8:10: label \"b\" stands below itself, by way of 2 others; take out one parent"),
      .below(
        "[[labels]]\nid = \"a\"\nscale = \"nominal\"\n[[labels]]\nid = \"b\"\nscale = \"ordinal\"",
        "8:9: scale \"ordinal\" differs from the \"nominal\" of the labels before; "
          + "a label set has one scale"),
      .below(
        "[[labels]]\nid = \"a\"\nscale = \"nominl\"",
        "5:9: unknown scale \"nominl\" in [[labels]]; did you mean \"nominal\"?"),
      .below("[tiers.high]", "3:1: [tiers.high] has no cost; add cost = 1"),
      .below("[tiers.\"\"]\ncost = 1", "3:8: a name in [tiers] is empty; write [tiers.NAME]"),
      .below(
        "[tiers]\nhigh = 5",
        "4:8: \"high\" in [tiers] is a number, not a table; write it as [tiers.NAME]"),
      .below(
        "[tiers.high]\ncost = -1",
        "4:8: cost in [tiers.high] is -1; write a number that is 0 or more"),
      .below(
        "[tiers.high]\ncost = 99999999999999999999.5",
        "4:8: cost in [tiers.high] is 99999999999999999999.5; write a number that is 0 or more"),
      .below(
        "[tiers.high]\ncost = 1\ndue_days = 3.0",
        "5:12: due_days in [tiers.high] is 3.0; write a whole number from 0 to 36500"),
      .below(
        "[tiers.high]\ncost = 1\ndue_days = -1",
        "5:12: due_days in [tiers.high] is -1; write a whole number from 0 to 36500"),
      .below(
        "[tiers.high]\ncost = 1\nreason = \"require\"",
        "5:10: unknown reason \"require\" in [tiers.high]; did you mean \"required\"?"),
      .below(
        "[tiers.\"\\u202e\"]\ncost = \"1\"\nk\u{65}y = 1",
        "4:8: cost in [tiers.\"\\u202E\"] is text; write a number that is 0 or more",
        "5:1: unknown key \"key\" in [tiers.\"\\u202E\"]; write cost, due_days or reason, "
          + "or take it out"),
    ] as [BadFile])
  func `what is wrong with labels and tiers is said with its place`(_ file: BadFile) {
    #expect(file.heard(by: ConfigurationReader.read) == file.said)
  }

  @Test func `everything that is wrong is said at once and in the order of the file`() {
    let file = BadFile(
      "[queue]\nbelow = 2\n[project]\ntask = \"x\"\n[tiers.a]\n[[labels]]\nid = \"b\"\ntier = \"c\"",
      "2:9: below in [queue] is 2; write a number from 0 to 1",
      "3:1: [project] has no name; add name = \"…\"",
      "4:8: unknown task \"x\" in [project]; write \"label\", \"labels\", \"number\" or \"preference\"",
      "5:1: [tiers.a] has no cost; add cost = 1",
      "8:8: unknown tier \"c\"; did you mean \"a\"?")
    #expect(file.heard(by: ConfigurationReader.read) == file.said)
  }

  @Test func `a hundred problems are listed and the others counted`() throws {
    let keys = (0..<250).map { "k\($0) = 1" }.joined(separator: "\n")
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationReader.read("[project]\nname = \"p\"\n" + keys, file: "f.toml")
    }
    #expect(error?.problems.count == 100)
    #expect(error?.problems.last?.line == 102)
    #expect(error?.description.hasSuffix("\nand 150 more") == true)
  }
}
