import Domain
import Workbench

extension Scene {
  /// Two pairs of rulings on texts very alike, each of which came out differently.
  static var contradictions: [ContradictingPrecedents] {
    func ruling(
      _ seq: Int, _ item: ItemID, _ outcome: Outcome, by member: MemberID, days: Int,
      cites: [ClauseID] = [], because words: String? = nil, question: QuestionID = .label
    ) -> Precedent {
      Precedent(
        seq: seq, unit: UnitID(item: item, question: question), outcome: outcome, by: member,
        at: start.advanced(days: -days), cites: cites, reason: words == nil ? nil : "cure",
        rationale: words, likeness: 0.94)
    }
    return [
      ContradictingPrecedents(
        earlier: ruling(
          41, "L-007", .value(.label("ask")), by: "mara", days: 12,
          because: "She asks when to cut them, and names no pest."),
        later: ruling(
          99, "L-031", .value(.label("sick")), by: "jonas", days: 3, cites: ["R-0001"],
          because: "She names the pest herself."),
        likeness: 0.94),
      ContradictingPrecedents(
        earlier: ruling(12, "L-300", .ambiguous, by: "mara", days: 20, question: "tone"),
        later: ruling(
          77, "L-\u{1B}[31m9 \u{202E}庭", .value(.label("thanks")),
          by: "\u{1B}]0;x\u{7} a long name", days: 4, question: "tone"), likeness: 0.61),
    ]
  }

  /// The guideline with these in the place of its list.
  func inContradictions(
    _ keys: String..., pairs: [ContradictingPrecedents] = contradictions
  ) -> Model {
    var scene = self
    scene.contradicting = pairs
    var model = scene.inGuideline("c")
    for key in keys { scene.press(&model, key) }
    return model
  }
}
