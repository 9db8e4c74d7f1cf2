import Configuration
import Domain
import Testing

@Suite struct ConfigurationTextTests {
  @Test func `a first file is aligned, has a word on each block and is read back`() throws {
    let expected = """
      # Settings of this project. A change counts once a lead runs `tiebreak apply`.
      [project]
      name  = "cars"
      task  = "label"  # label, labels, number, preference
      blind = "votes"  # names, votes, off
      store = "postgresql://localhost/cars"

      # The labels, in the order in which they are shown. Ids are stored; names may change.
      [[labels]]
      id = "vehicle"

      [[labels]]
      id     = "car"
      name   = "Car"
      scale  = "nominal"
      tier   = "high"
      parent = "vehicle"

      # How much a wrong label costs, and by when it is due.
      [tiers.high]
      cost     = 5           # of one wrong label
      due_days = 3
      reason   = "required"  # a ruling says why

      # Units whose agreement is below this stand in the queue.
      [queue]
      below  = 1
      policy = "gain"  # gain, lowest-agreement, oldest, stratified

      # Who rules on what. The first route that matches counts.
      [[routes]]
      when  = "label:car slice.lang:en"
      to    = ["@lead", "rev-2"]
      blind = "votes"
      twice = 0.1  # share that is ruled on twice

      [[routes]]
      when = ""
      to   = ["@adjudicator"]

      # Who works on it.
      [members.rev-2]
      os        = "ann"
      annotator = ["A3"]

      # Two names of one annotator.
      [annotators."Ann B."]
      alias = "A3"

      # Which field of an import holds the item's id.
      [sources.batch]
      item = "ticket"

      [sources.plain]

      # What a release has to reach. What has no bar is shown and holds nothing up.
      [gate]
      alpha          = 0.67  # least, all labels
      label_alpha    = 0.5   # least, of any label
      open           = 20    # most open units
      escalated      = 0     # most units for a lead
      flagged        = 3     # most flags
      tier_settled   = { high = 1 }
      ruled_by_one   = 0.5   # most of the rulings
      ambiguous      = 0.05  # most of what goes out
      single         = 0.1   # most of what goes out
      audit_accuracy = 0.98  # least, as an audit shows

      """
    let text = ConfigurationText.text(of: FrozenGrammarTests.configuration())
    #expect(text == expected)
    #expect(try ConfigurationReader.read(text, file: "t") == FrozenGrammarTests.configuration())
  }

  @Test func `seeded configurations with hostile names are read back as they were`() throws {
    var random = SeededConfigurations(seed: 7)
    for _ in 0..<300 {
      let configuration = random.configuration()
      let text = ConfigurationText.text(of: configuration)
      let read = try ConfigurationReader.read(text, file: "t")
      #expect(read == configuration, "\(text)")
      #expect(
        read.labels.map { Array($0.name.utf8) } == configuration.labels.map { Array($0.name.utf8) })
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  @Test(arguments: [
    "label:car", "-label:\"big car\"", "pair:a/b", "agree<=0.50", "ratings>3", "slice.lang:*",
    "slice.\"a b\":\"c d\"", "-note:*", "by:A3", "tier:high", "question:q1", "item:\"x y\"",
    "flag:*", "said:\"A 3/big car\"", "said:A\\/3/car", "disagree:A3/B2", "alone:A3", "value:4",
    "twice:4",
    "batch:2", "week:2026-W07", "week:*", "version:2", "pair:a\\/b/c", "pair:a\\b/c",
    "\"some words\"", "-text:\"a:b <c\"", "\"-a\"", "\"label:x\"", "plain", "-plain", "\"\"",
  ])
  func `a limit is written so that the same limit is read`(_ limit: String) throws {
    var configuration = ProjectConfiguration(name: "p")
    configuration.tiers = [Tier(id: TierID("high"), cost: Number(1))]
    let parsed = try LimitParser.parse(limit + " " + limit)
    configuration.routes = [Route(when: parsed, to: [.role(.lead)])]
    let text = ConfigurationText.text(of: configuration)
    #expect(try ConfigurationReader.read(text, file: "t").routes.first?.when == parsed, "\(text)")
  }

  @Test(arguments: [
    ("[project]\nname='p'", "[project]\nname='p'\n\n[[labels]]\nid = \"new\"\n"),
    (
      "# mine\n[project]\nname='p'\n\n\n[[labels]]\nid='a'#x\n[queue]\n",
      "# mine\n[project]\nname='p'\n\n\n[[labels]]\nid='a'#x\n[queue]\n\n[[labels]]\nid = \"new\"\n"
    ),
    (
      "[project]\r\nname='p'\r\n", "[project]\r\nname='p'\r\n\r\n[[labels]]\r\nid = \"new\"\r\n"
    ),
  ])
  func `adding labels leaves the rest byte for byte`(_ before: String, _ after: String) throws {
    let label = LabelDefinition(id: LabelID("new"))
    let added = try ConfigurationText.adding(labels: [label], to: before, file: "t")
    #expect(Array(added.utf8) == Array(after.utf8))
    #expect(try ConfigurationReader.read(added, file: "t").labels.last == label)
    #expect(try ConfigurationText.adding(labels: [], to: before, file: "t") == before)
  }

  @Test func `a label that is there already, or a list in one line, is not added to`() {
    let label = LabelDefinition(id: LabelID("a\n"), name: "name")
    #expect(throws: ConfigurationError.self) {
      try ConfigurationText.adding(
        labels: [label], to: "[project]\nname='p'\n[[labels]]\nid=\"a\\n\"", file: "t")
    }
    #expect(throws: ConfigurationError.self) {
      try ConfigurationText.adding(
        labels: [label], to: "labels=[]\n[project]\nname='p'\n", file: "t")
    }
  }
}
