import Configuration
import Testing

@Suite struct RefusedRouteTests {
  private static func when(_ limit: String, _ said: String) -> BadFile {
    .below("[[routes]]\nto = [\"@lead\"]\nwhen = '\(limit)'", "5:8: \(said)")
  }

  @Test(
    arguments: [
      .below(
        "[[routes]]", "3:1: [[routes]] has no when; add when = \"label:…\"",
        "3:1: [[routes]] has no to; add to = [\"@lead\"]"),
      .below(
        "[[routes]]\nwhen = \"\"\nto = \"@lead\"",
        "5:6: to in [[routes]] is text; write a list of texts, as in to = [\"…\"]"),
      .below(
        "[[routes]]\nwhen = \"\"\nto = []",
        "5:6: to in [[routes]] names nobody; write a role as in \"@lead\", or a member"),
      .below(
        "[[routes]]\nwhen = \"\"\nto = [\n  \"ann\", # fine\n  '@laed', \"\", 7,\n]",
        "7:3: unknown role \"@laed\"; did you mean \"@lead\"?",
        "7:12: to in [[routes]] holds an empty text; write something, or take it out",
        "7:16: to in [[routes]] holds a number; write a list of texts, as in to = [\"…\"]"),
      .below(
        "[[routes]]\nwhen = \"\"\nto = [\"@boss\"]",
        "5:7: unknown role \"@boss\"; the roles are @observer, @annotator, @reviewer, "
          + "@adjudicator and @lead"),
      .below(
        "[[routes]]\nwhen = \"\"\nto = [\"@lead\"]\ntwice = 1.1",
        "6:9: twice in [[routes]] is 1.1; write a number from 0 to 1"),
      .below(
        "[[routes]]\nwhen = \"\"\nto = [\"@lead\"]\nblind = \"vote\"",
        "6:9: unknown blind \"vote\" in [[routes]]; did you mean \"votes\"?"),
      when("ü lable:car", "when, character 3: unknown term \"lable\"; did you mean \"label\"?"),
      when(
        "x:y",
        "when, character 1: unknown term \"x\"; terms begin with age, agree, alone, audit, batch, by, "
          + "disagree, doubt, flag, gain, item, label, note, pair, question, ratings, route, ruled, said, "
          + "slice., status, tag, text, tier, twice, value, version or week"),
      when(
        "label:", "when, character 1: nothing stands after label:; write what to look for, or *"),
      when(
        "a \"b c", "when, character 3: a quotation mark is not closed; add one where the words end"),
      when("agree<high", "when, character 1: agree is compared with \"high\"; write a number"),
      when("agree=>1", "when, character 1: agree is compared with \">1\"; write a number"),
      when("agree>>1", "when, character 1: agree is compared with \">1\"; write a number"),
      when("agree==1", "when, character 1: unknown comparison \"==\"; write <, <=, >, >= or ="),
      when("age>2", "when, character 1: age is compared with \"2\"; write days, as in age>2d"),
      when(
        "pair:car", "when, character 1: pair names \"car\"; write two labels, as in pair:car/van"),
      when(
        "status:opne",
        "when, character 1: unknown status \"opne\"; did you mean \"open\"?"),
      when(
        "by:A3 age>2d",
        "when, term 2: age changes with time, so a route cannot ask for it; take the term out"),
      when(
        "-gain<1",
        "when, term 1: gain changes with every ruling, so a route cannot ask for it; take the term out"
      ),
      when(
        "status:open",
        "when, term 1: status changes with every ruling, so a route cannot ask for it; "
          + "take the term out"),
      when(
        "doubt:ratings",
        "when, term 1: doubt changes with every version and import, so a route cannot ask for it; "
          + "take the term out"),
      when(
        "tag:*", "when, term 1: tag is personal, so a route cannot ask for it; take the term out"),
      when(
        "route:1",
        "when, term 1: route is what routes decide, so a route cannot ask for it; take the term out"
      ),
      when("tier:high", "when, term 1: unknown tier \"high\"; add [tiers.high] with its cost"),
      .below(
        "[[labels]]\nid = \"car\"\n[[routes]]\nto = [\"@lead\"]\nwhen = \"-label:cra pair:car/van\"",
        "7:8: when, term 1: unknown label \"cra\"; did you mean \"car\"?",
        "7:8: when, term 2: unknown label \"van\"; write the id of one of the [[labels]]"),
    ] as [BadFile])
  func `what is wrong with routes is said with its place`(_ file: BadFile) {
    #expect(file.heard(by: ConfigurationReader.read) == file.said)
  }

  @Test(
    arguments: [
      .below(
        "[members.ann]\nos = 7\nannotator = \"A\"",
        "4:6: os in [members.ann] is a number; write text in quotation marks",
        "5:13: annotator in [members.ann] is text; write a list of texts, as in annotator = [\"…\"]"
      ),
      .below(
        "[members.\"@ann\"]",
        "3:10: a member's name begins with @, as roles do; take the @ out"),
      .below(
        "[members.ann]\nos = \"u\"\n[members.bea]\nos = \"u\"",
        "6:6: user \"u\" is another member already; give every member a user of their own"),
      .below("[annotators.A]", "3:1: [annotators.A] has no alias; add alias = \"…\""),
      .below(
        "[annotators.A]\nalias = \"A\"",
        "4:9: annotator \"A\" is an alias of itself; name another annotator, or take it out"),
      .below(
        "annotators.\"A 1\".alias = \"B\"",
        "3:1: unknown key \"annotators\" in [project]; "
          + "write name, task, blind or store, or take it out"),
      .below(
        "[annotators]\n\"A 1\".alias = \"B\"\nB.alias = \"C\"\nD.alias = \"E\"",
        "4:15: annotator \"A 1\" is an alias of \"B\", which is itself an alias of \"C\"; "
          + "name one that is no alias"),
      .below(
        "[annotators]\nA.alias = \"B\"\nB.alias = \"A\"",
        "4:11: annotator \"A\" is an alias of \"B\", which is itself an alias of \"A\"; "
          + "name one that is no alias",
        "5:11: annotator \"B\" is an alias of \"A\", which is itself an alias of \"B\"; "
          + "name one that is no alias"),
    ] as [BadFile])
  func `what is wrong with people is said with its place`(_ file: BadFile) {
    #expect(file.heard(by: ConfigurationReader.read) == file.said)
  }
}
