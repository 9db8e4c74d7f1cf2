import Configuration
import Domain
import Testing

/// The grammar of `tiebreak.toml`, frozen by one file that uses all of it.
@Suite struct FrozenGrammarTests {
  @Test func `a file with every table and key is read into exactly this`() throws {
    let read = try ConfigurationReader.read(Self.text, file: "tiebreak.toml")
    #expect(read == Self.configuration())
    #expect(read.queue.below.source == "1.0")
    #expect(read.routes.first?.twice?.source == "0.1")
  }

  @Test func `only a name is needed, and the rest is what Domain says`() throws {
    let read = try ConfigurationReader.read("[project]\nname = \"plain\"", file: "t")
    #expect(read == ProjectConfiguration(name: "plain"))
  }

  @Test func `other spellings of TOML mean the same`() throws {
    let spelled = """
      project.name = 'cars'
      project . "task" = \"\"\"\\
         label\"\"\"
      labels = [
        { id = "car", tier = "high", scale = "nominal" }, # one
        { id = '''car''', tier = "high" },
      ]
      tiers = { high.cost = 0x10, high.due_days = 1_0 }
      """.replacing("'''car'''", with: "'''van'''")
    let read = try ConfigurationReader.read(spelled, file: "t")
    var expected = ProjectConfiguration(name: "cars")
    let high = TierID("high")
    expected.labels = [
      LabelDefinition(id: LabelID("car"), scale: .nominal, tier: high),
      LabelDefinition(id: LabelID("van"), tier: high),
    ]
    expected.tiers = [Tier(id: high, cost: Number(16), dueDays: 10)]
    #expect(read == expected)
  }

  @Test func `line ends of Windows and a byte order mark change nothing`() throws {
    let windows = "\u{FEFF}" + Self.text.replacing("\n", with: "\r\n")
    #expect(try ConfigurationReader.read(windows, file: "t") == Self.configuration())
  }

  static let text = """
    [project]
    name = "cars"
    task = "label"
    blind = "votes"
    store = "postgresql://localhost/cars"

    [[labels]]
    id = "vehicle"

    [[labels]]
    id = "car"
    name = "Car"
    scale = "nominal"
    tier = "high"
    parent = "vehicle"

    [tiers.high]
    cost = 5
    due_days = 3
    reason = "required"

    [queue]
    below = 1.0
    policy = "gain"

    [[routes]]
    when = "label:car slice.lang:en"
    to = ["@lead", "rev-2"]
    blind = "votes"
    twice = 0.1

    [[routes]]
    when = ""
    to = ["@adjudicator"]

    [members.rev-2]
    os = "ann"
    annotator = ["A3"]

    [annotators."Ann B."]
    alias = "A3"

    [sources.batch]
    item = "ticket"

    [sources.plain]

    [gate]
    alpha = 0.67
    label_alpha = 0.5
    open = 20
    escalated = 0
    flagged = 3
    tier_settled = { high = 1.0 }
    ruled_by_one = 0.5
    ambiguous = 0.05
    single = 0.1
    audit_accuracy = 0.98
    """

  static func configuration() -> ProjectConfiguration {
    var configuration = ProjectConfiguration(name: "cars")
    configuration.blind = .votes
    configuration.store = "postgresql://localhost/cars"
    configuration.labels = [
      LabelDefinition(id: LabelID("vehicle")),
      LabelDefinition(
        id: LabelID("car"), name: "Car", scale: .nominal, tier: TierID("high"),
        parent: LabelID("vehicle")),
    ]
    configuration.tiers = [
      Tier(id: TierID("high"), cost: Number(5), dueDays: 3, reason: .required)
    ]
    let terms: [Limit.Term] = [
      Limit.Term(.label(LabelID("car"))),
      Limit.Term(.slice(key: "lang", value: .containing("en"))),
    ]
    configuration.routes = [
      Route(
        when: Limit(terms: terms), to: [.role(.lead), .member(MemberID("rev-2"))], blind: .votes,
        twice: Number("0.1")),
      Route(when: .all, to: [.role(.adjudicator)]),
    ]
    configuration.members = [
      MemberSettings(id: MemberID("rev-2"), user: "ann", annotators: [AnnotatorID("A3")])
    ]
    configuration.aliases = [
      AnnotatorAlias(written: AnnotatorID("Ann B."), alias: AnnotatorID("A3"))
    ]
    configuration.sources = [
      SourceSettings(name: "batch", item: "ticket"), SourceSettings(name: "plain", item: nil),
    ]
    configuration.gate.alpha = Number("0.67")
    configuration.gate.labelAlpha = Number("0.5")
    configuration.gate.open = 20
    configuration.gate.escalated = 0
    configuration.gate.flagged = 3
    configuration.gate.tierSettled = [
      GateSettings.TierShare(tier: TierID("high"), share: Number(1))
    ]
    configuration.gate.ruledByOne = Number("0.5")
    configuration.gate.ambiguous = Number("0.05")
    configuration.gate.single = Number("0.1")
    configuration.gate.auditAccuracy = Number("0.98")
    return configuration
  }

  @Test func `settings that were recorded before the gate had a grammar stay readable`() throws {
    let text = """
      [project]
      name = "plain"

      [gate]
      anything = { "is left" = "alone" }
      alpha = 0.7
      """
    #expect(throws: ConfigurationError.self) {
      try ConfigurationReader.read(text, file: "t")
    }
    let read = try ConfigurationReader.readRecorded(text, file: "t")
    var expected = ProjectConfiguration(name: "plain")
    expected.gate.alpha = Number("0.7")
    #expect(read == expected)
    let table = try ConfigurationReader.readRecorded(
      "gate = 1\n[project]\nname = \"plain\"", file: "t")
    #expect(table == ProjectConfiguration(name: "plain"))
    #expect(throws: ConfigurationError.self) {
      try ConfigurationReader.readRecorded("[projct]\nname = \"p\"", file: "t")
    }
  }
}
