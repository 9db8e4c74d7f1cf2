import Domain
import Screen
import Workbench

extension Scene {
  private static var events: [Event] {
    let sick: [LabelID] = ["sick", "ask"]
    let letter = UnitID(item: "L-031", question: .label)
    var bodies: [EventBody] = [
      .guideline(
        SectionChange(
          id: .label("sick"), base: -1,
          text: "The letter describes a plant that is not well, and wants a cure or a cause.")),
      .guideline(
        SectionChange(
          id: .policy("languages"), base: -1,
          text: "Letters in any language are read in that language; nothing is translated.")),
      .clause(
        ClauseChange(
          id: ClauseID(number: 1), base: -1,
          text: ClauseText(
            title: "A question about a sick plant", labels: sick,
            statement: "Whoever asks what is wrong with a plant is told of a disease, even where "
              + "the letter is put as a question.\nA question about how to grow it stays one.",
            examples: [
              ClauseExample("Is that mildew, and can I still eat it?", unit: letter),
              ClauseExample("Black spots on my roses: what are they?"),
            ],
            counterExamples: [
              ClauseExample(
                "When do I sow courgettes?", unit: UnitID(item: "L-112", question: .label))
            ], bornFrom: [17, 42]))),
      .clause(
        ClauseChange(
          id: ClauseID(number: 2), base: -1,
          text: ClauseText(
            title: "Thanks with a wish", labels: ["thanks", "ask", "error", "sick"],
            statement: "A letter that thanks and wants something is filed by what it wants."))),
    ]
    bodies.append(publication(1, [.clause(ClauseID(number: 1)), .section(.label("sick"))]))
    bodies.append(
      publication(2, [.clause(ClauseID(number: 2)), .section(.policy("languages"))], doubt: [17]))
    bodies += [
      .clause(
        ClauseChange(
          id: ClauseID(number: 1), base: 102,
          text: ClauseText(
            title: "A question about a sick plant", labels: sick,
            statement: "Whoever asks what is wrong with a plant is told of a disease or a pest, "
              + "even where the letter is put as a question.",
            examples: [ClauseExample("Is that mildew, and can I still eat it?", unit: letter)],
            counterExamples: [ClauseExample("When do I sow courgettes?")], bornFrom: [17, 42]))),
      .clause(
        ClauseChange(
          id: ClauseID(number: 3), base: -1,
          text: ClauseText(
            title: "\u{1B}[31m庭 a very long title of a clause that nobody can read in one row",
            labels: [], statement: "A \u{202E}hostile\u{202C} statement."))),
    ]
    return bodies.enumerated().map { offset, body in
      entry(
        100 + offset, at: moment("2026-02-0\(offset + 1)T10:00:00Z"), by: "jonas", body
      ).event
    }
  }

  private static func publication(
    _ version: Int, _ parts: [GuidelinePart], doubt: [Int] = []
  ) -> EventBody {
    .publish(
      Publication(
        version: version, digest: Digest(hex: String(repeating: "a1b2", count: 16)) ?? .zero,
        changes: parts.map { PublishedChange(part: $0, seq: 100, kind: .semantic) },
        inDoubt: doubt, waived: version == 1 ? "first version" : nil))
  }

  /// A guideline of two versions, with a draft that waits.
  var guideline: GuidelinePage {
    var guideline = Guideline()
    for event in Self.events { guideline.evolve(event) }
    let citation = { (item: ItemID, seq: Int, by: MemberID, outcome: Outcome) in
      Citation(
        unit: UnitID(item: item, question: .label),
        standing: SeatStanding(status: .ruled, seq: seq, by: by, outcome: outcome))
    }
    return page(
      guideline,
      citations: [
        ClauseID(number: 1): [
          citation("L-031", 180, "mara", .value(.label("sick"))),
          citation("L-007", 190, "a-very-long-name-of-a-lead", .ambiguous),
          citation("L-\u{1B}[31m9", 195, "jonas", .value(.label("ask"))),
        ]
      ])
  }

  /// A guideline of which nothing is written.
  var emptyGuideline: GuidelinePage { page(Guideline(), citations: [:]) }

  private func page(
    _ guideline: Guideline, citations: [ClauseID: [Citation]]
  ) -> GuidelinePage {
    let labels = configuration.labels.enumerated().map { index, label in
      let rivals = configuration.labels.filter { $0.id != label.id }.prefix(index).map {
        LabelUse.Rival(label: $0.id, units: 7 - index)
      }
      return GuidelineLabel(
        definition: label, use: LabelUse(rulings: 40 - 12 * index, rivals: rivals))
    }
    return GuidelinePage(
      project: configuration.name, guideline: guideline, citations: citations, labels: labels)
  }

  /// A model that stands before its guideline.
  func inGuideline(_ keys: String..., page: GuidelinePage? = nil) -> Model {
    var scene = self
    var model = scene.ready
    model.press("Space", "g")
    _ = update(
      &model,
      .reported(.guideline(page ?? guideline), generation: model.guideline.generation))
    scene.press(&model, keys)
    return model
  }
}
