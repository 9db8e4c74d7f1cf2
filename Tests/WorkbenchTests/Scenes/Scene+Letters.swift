import Domain
import Workbench

extension Scene {
  /// Reader letters to a garden magazine, sorted by what they want.
  static var letters: Scene {
    let labels = [
      LabelDefinition(id: "ask", name: "question", tier: "high"),
      LabelDefinition(id: "sick", name: "plant disease", tier: "high"),
      LabelDefinition(id: "thanks", name: "thanks", tier: "low"),
      LabelDefinition(id: "error", name: "correction", tier: "mid"),
    ]
    var configuration = ProjectConfiguration(name: "garden-letters", labels: labels)
    configuration.tiers = [
      Tier(id: "high", cost: Number(5), dueDays: 3), Tier(id: "mid", cost: Number(2), dueDays: 10),
      Tier(id: "low", cost: Number(1)),
    ]
    var scene = Scene(configuration)
    scene.fillLetters()
    scene.log = log(60)
    scene.summary.tiers = [
      TierCount(tier: "high", open: 4, overdue: 1), TierCount(tier: "mid", open: 2, overdue: 0),
      TierCount(tier: "low", open: 3, overdue: 0),
    ]
    scene.summary.settledByDay = [3, 5, 0, 0, 8, 6, 7, 4, 0, 0, 9, 2]
    return scene
  }

  private mutating func fillLetters() {
    add(
      "L-031",
      .fields([
        Field(
          name: "subject", text: "White dust on my courgettes, and a word about last month's issue"),
        Field(
          name: "letter",
          text: "The leaves look as if somebody had spilled flour over them. Is that mildew, and "
            + "can I still eat what grows? Your page 12 named the wrong month for sowing, by the way."
        ),
      ]), slices: [Slice(key: "lang", value: "en")],
      votes: [
        .label("ann", "sick", note: "asks, but what she needs is the cure"),
        .label("bo", "ask"), .label("cem", "sick"), .label("dot", "ask"),
        .label("eve", "error", note: "page 12 is wrong indeed"),
      ], tier: "high", gain: 2.31, due: 1)
    add(
      "L-007", .text("Danke für das Heft! Meine Tomaten sind dieses Jahr wunderbar geworden. 🍅"),
      slices: [Slice(key: "lang", value: "de")],
      votes: [
        .label("ann", "thanks"), .label("bo", "thanks"), .label("cem", "ask"),
        .label("dot", "thanks"),
      ], tier: "high", gain: 1.2, due: -2
    ) { $0.isFlagged = true }
    add(
      "L-112", .text("庭のバラに黒い斑点があります。これは病気でしょうか、それとも水のやりすぎでしょうか。"),
      slices: [Slice(key: "lang", value: "ja")],
      votes: [.label("ann", "sick"), .label("bo", "ask"), .label("eve", "ask")], tier: "high",
      gain: 1.1, due: 2)
    add(
      "L-\u{1B}[31m9", .text("Nice \u{202E}gnp.exe\u{202C} \u{1B}]0;title\u{7} picture\u{0}"),
      votes: [
        .label("ann", "thanks"), .label("bo", "error", note: "\u{1B}[2Jwhat is \u{200B}this?"),
      ], tier: "mid", gain: 0.9, due: 6)
    add(
      "L-204", .text("שלום, האם אפשר לשתול עכשיו?"), slices: [Slice(key: "lang", value: "he")],
      votes: [
        .label("ann", "ask"), .label("bo", "ask"), .label("cem", "thanks"),
        Vote(by: "gpt", value: .label("thanks"), origin: .model),
        Vote(by: "dot", value: .abstained),
      ], tier: "high", gain: 0.8, due: 3
    ) { row in
      row.lease = Lease(
        unit: row.unit, holder: "jonas", until: Scene.start.advanced(days: 1), fence: 0)
    }
    let texts = [
      "My compost smells. What did I do wrong?", "Your map of alpine meadows has two errors.",
      "Please send me the spring issue again.", "The aphids are back, and so are the ladybirds.",
    ]
    for (index, text) in texts.enumerated() {
      add(
        ItemID("L-30\(index)"), .text(text),
        votes: [
          .label("ann", index == 1 ? "error" : "ask"), .label("bo", "thanks"),
          .label("cem", index == 3 ? "sick" : "ask"), .label("eve", "thanks"),
        ], tier: index == 1 ? "mid" : "low", gain: 0.5 - Double(index) / 10)
    }
  }
}
