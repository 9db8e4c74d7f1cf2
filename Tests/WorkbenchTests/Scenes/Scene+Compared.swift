import Domain

extension Scene {
  /// An item whose second and third field say nearly the same, with a title before them and a remark
  /// behind.
  mutating func addTranslations() {
    let before =
      "Prune the old canes of the raspberry right after the harvest and leave six young ones a metre. "
      + "Tie them to the wire before the first storm."
    let after =
      "Prune the old canes of the raspberry in late autumn and leave eight young ones a metre. Tie them "
      + "to the upper wire before the first \u{1B}[31mstorm."
    add(
      "translated",
      .fields([
        Field(name: "title", text: "Raspberries"), Field(name: "as printed", text: before),
        Field(name: "as corrected", text: after),
        Field(name: "remark", text: "A reader says that the printed version is wrong."),
      ]), slices: [Slice(key: "lang", value: "en")],
      votes: [.label("ann", "error"), .label("bo", "ask"), .label("cem", "error")], tier: "mid",
      gain: 0.4)
  }

  /// An item of two fields.
  mutating func addFields(_ first: String, _ second: String) {
    add(
      "two", .fields([Field(name: "source", text: first), Field(name: "target", text: second)]),
      votes: [.label("ann", "error"), .label("bo", "ask")], tier: "mid", gain: 0.3)
  }
}
