import Domain
import Workbench

extension Scene {
  /// Pairs of answers by a library's help desk, on a scale, asked for two questions.
  static var answers: Scene {
    let names = ["A much", "A better", "tie", "B better", "B much"]
    let labels = zip(["a2", "a1", "t", "b1", "b2"], names).map {
      LabelDefinition(id: LabelID($0), name: $1, scale: .ordinal)
    }
    let configuration = ProjectConfiguration(
      name: "desk-answers", task: .preference, labels: labels)
    var scene = Scene(configuration)
    let pair = ResponsePair(
      prompt: "I lost a book that I borrowed. What do I have to pay, and can I bring my own copy?",
      first: "You may bring the same book in good condition, or pay its price. The fee of two "
        + "coins for the new label is due in any case. Tell us the title and we will look up "
        + "what it costs today.",
      second: "You may bring the same book in good condition, or pay its price. Nothing else is "
        + "due. Tell us the title and we will look it up for you!")
    scene.add(
      "Q17", .pair(pair), slices: [Slice(key: "topic", value: "fees")],
      votes: [
        .label("ann", "a2", note: "B forgets the label fee"), .label("bo", "b1"),
        .label("cem", "a1"), .label("dot", "a1"), .label("eve", "t", note: "both are fine to me"),
      ], gain: 1.4, question: "overall")
    scene.add(
      "Q17", .pair(pair), slices: [Slice(key: "topic", value: "fees")],
      votes: [
        .label("ann", "t"), .label("bo", "b1"), .label("cem", "b2"), .label("dot", "b1"),
        .label("eve", "b1"),
      ], gain: 0.7, question: "tone")
    return scene
  }
}
