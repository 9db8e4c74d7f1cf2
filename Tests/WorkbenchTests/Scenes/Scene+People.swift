import Domain
import Workbench

extension Scene {
  /// Six people and a model who sort letters: one of them drifts, one has a hostile name.
  static var people: Scene {
    var scene = Scene.letters
    scene.me = Member(id: "mara", user: "mara", roles: [.adjudicator, .lead])
    return scene
  }

  static let names: [AnnotatorID] = [
    "dot", "花子", "ann", "e\u{1B}[31mve\u{202E}", "cem-of-the-far-garden", "bo",
  ]

  /// The screen of annotators as it stands once the ratings were measured.
  var showingPeople: Model {
    var model = ready
    model.press("Space", "a")
    _ = update(
      &model,
      .reported(.annotators(Self.peoplePage), generation: model.annotators.generation))
    return model
  }

  /// The page of whoever is under the bar.
  var showingPerson: Model {
    var model = showingPeople
    model.press("Enter")
    _ = update(
      &model,
      .reported(.person(Self.personPage), generation: model.annotators.personGeneration))
    return model
  }

  var showingAdjudicators: Model {
    var model = showingPeople
    model.press("Tab")
    _ = update(
      &model,
      .reported(
        .adjudicators(Self.adjudicatorRows), generation: model.annotators.adjudicatorsGeneration))
    return model
  }

  static var peoplePage: AnnotatorsPage {
    var page = AnnotatorsPage(question: .label, questions: [.label])
    page.rows = names.enumerated().map { place, id in row(id, place) }
    var model = AnnotatorRow("net-s", isModel: true)
    model.ratings = 900
    model.rest = measure(0.58, 120, spread: 0.03)
    model.gold = measure(0.86, 60)
    page.rows.insert(model, at: 2)
    for (first, one) in names.enumerated() {
      for (second, other) in names.enumerated().dropFirst(first + 1) {
        let few = first == 1 && second == 5
        page.pairs.append(
          AnnotatorsPage.Pair(
            min(one, other), max(one, other),
            kappa: Measure(
              0.5 + Double((first * 7 + second * 3) % 10) * 0.04, cases: few ? 6 : 80,
              isEnough: !few)))
      }
    }
    page.stretches = (0...8).map { Instant(milliseconds: Int64($0) * 604_800_000) }
    return page
  }

  static var personPage: PersonPage {
    let labels: [Value] = ["ask", "sick", "thanks", "error"].map { .label(LabelID($0)) }
    func table(_ reference: PersonTable.Reference, _ counts: [[Int]]) -> PersonTable {
      var cells: [PersonTable.Cell] = []
      for (right, row) in counts.enumerated() {
        for (given, units) in row.enumerated() where units > 0 {
          cells.append(PersonTable.Cell(right: right, given: given, units: units))
        }
      }
      let rows = labels.indices.map { label in
        PersonTable.LabelRow(
          given: counts.reduce(0) { $0 + $1[label] }, right: counts[label].reduce(0, +),
          precision: measure(0.8, 30), recall: measure(0.61, label == 3 ? 4 : 40))
      }
      return PersonTable(
        reference, labels: labels, cells: cells, byLabel: reference == .others ? [] : rows,
        right: measure(0.7, 120))
    }
    return PersonPage(
      question: .label, row: row(names[0], 0),
      tables: [
        table(.others, [[40, 26, 1, 0], [12, 61, 0, 3], [0, 2, 31, 0], [0, 0, 0, 4]]),
        table(.rulings, [[9, 8, 0, 0], [2, 10, 0, 0], [0, 0, 3, 0], [1, 0, 0, 0]]),
      ],
      uses: [
        PersonPage.LabelUse(labels[0], own: 0.2, others: 0.31, standsOut: true),
        PersonPage.LabelUse(labels[1], own: 0.5, others: 0.4, standsOut: true),
        PersonPage.LabelUse(labels[2], own: 0.25, others: 0.25, standsOut: false),
        PersonPage.LabelUse(labels[3], own: 0.05, others: 0.04, standsOut: false),
      ])
  }

  static var adjudicatorRows: [AdjudicatorRow] {
    ["mara", "lee\u{202E}", "末子"].enumerated().map { place, name in
      var row = AdjudicatorRow(MemberID(name))
      row.rulings = [310, 48, 9][place]
      row.against = measure([0.42, 0.18, 0.3][place], [200, 31, 7][place], spread: 0.07)
      row.withdrawn = measure(0.04, row.rulings)
      row.overturned = measure(0.06, row.rulings)
      row.again = measure(0.88, place == 0 ? 40 : 3)
      row.citing = measure(0.2, row.rulings)
      row.reasoned = measure(0.65, row.rulings)
      row.changedMind = measure(0.12, place == 1 ? 25 : 0)
      row.milliseconds = [14_000, 31_000, 52_000][place]
      row.days = (0..<28).map { ($0 * (place + 3)) % 11 }
      row.daysWorked = 24 - place * 7
      row.outcomes = [
        AdjudicatorRow.OutcomeCount(.value, row.rulings - 4),
        AdjudicatorRow.OutcomeCount(.ambiguous, 4),
      ]
      return row
    }
  }

  static func measure(_ value: Double, _ cases: Int, spread: Double = 0.05) -> Measure {
    Measure(
      value, interval: value - spread...value + spread, cases: cases, isEnough: cases >= 20)
  }

  private static func row(_ id: AnnotatorID, _ place: Int) -> AnnotatorRow {
    var row = AnnotatorRow(id, isModel: false)
    row.ratings = 1240 - place * 231
    row.rest = measure(0.52 + Double(place) * 0.04, place == 5 ? 12 : 200)
    row.agreement = measure(0.7 + Double(place) * 0.03, 300)
    row.gold = measure(0.78 + Double(place) * 0.03, 60)
    row.rulings = measure(0.31 + Double(place) * 0.1, place < 3 ? 40 : 6)
    row.again = measure(0.81, place == 0 ? 31 : 2)
    row.milliseconds = Double(9000 + place * 5500)
    row.trend = (0..<8).map { place == 5 && $0 > 4 ? nil : 0.5 + Double(($0 * place) % 7) / 20 }
    row.direction = place == 0 ? .falling : .steady
    row.earlier = place == 0 ? 0.71 : 0.7
    row.later = place == 0 ? 0.52 : 0.71
    row.earlierPace = 22_000
    row.laterPace = place == 0 ? 9000 : 21_000
    row.alone = 40 - place * 8
    row.aloneRuled = 12
    row.aloneRight = 3
    if place < 3 {
      row.overuse = AnnotatorRow.Overuse(
        label: .label("sick"), own: 0.4, others: [0.29, 0.2, 0][place])
    }
    row.besideRulings = [
      AnnotatorRow.Confusion(given: .label("sick"), right: .label("ask"), count: 61),
      AnnotatorRow.Confusion(given: .label("thanks"), right: .label("error"), count: 5),
    ]
    return row
  }
}
