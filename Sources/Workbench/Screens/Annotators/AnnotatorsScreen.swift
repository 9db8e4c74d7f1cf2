import Domain
import Screen

/// Draws those who rate and those who rule, a page of each annotator, and who agrees with whom.
struct AnnotatorsScreen: PlaceScreen {
  private let model: Model
  private let annotators: AnnotatorsModel

  init(_ model: Model) {
    self.model = model
    annotators = model.annotators
  }

  var sentence: Sentence { PeopleSentence(model).sentence }

  var unit: SafeText {
    let names = PeopleNames(model)
    switch annotators.aspect {
    case .people:
      guard let page = annotators.page?.value, page.questions.count > 1,
        let place = page.questions.firstIndex(of: page.question)
      else { return SafeText() }
      let name = SafeText(page.question.text).clipped(to: 20)
      return "\(name) \(place + 1) of \(page.questions.count)"
    case .pairs: return "pairs"
    case .person: return annotators.person.map { names.name($0.id).clipped(to: 24) } ?? SafeText()
    case .adjudicators: return "who rule"
    }
  }

  var progress: SafeText {
    switch annotators.aspect {
    case .people, .pairs, .person:
      guard let page = annotators.page?.value else { return "…" }
      let people = page.people == 1 ? "1 person" : "\(Figures.count(page.people)) people"
      guard page.models > 0, model.size.width >= 60 else { return SafeText(people) }
      return "\(people), \(page.models == 1 ? "1 model" : "\(page.models) models")"
    case .adjudicators:
      guard let rows = annotators.adjudicators?.value else { return "…" }
      let rulings = rows.reduce(0) { $0 + $1.rulings }
      return rulings == 1 ? "1 ruling" : "\(Figures.count(rulings)) rulings"
    }
  }

  var hints: [CommandID] {
    switch annotators.aspect {
    case .people: [.open, .alone, .against, .pairs, .turn, .order, .names, .writePeople]
    case .pairs: [.open, .left, .right, .pairs, .names, .copy, .back]
    case .person: [.open, .turn, .alone, .left, .right, .copy, .back]
    case .adjudicators: [.turn, .copy, .writePeople, .back]
    }
  }

  func title(_ id: CommandID) -> SafeText? {
    id == .turn ? annotators.turnTitle : nil
  }

  var heard: String { PeopleWords.copied(model) ?? "" }

  func unavailable(_ id: CommandID) -> SafeText? {
    switch id {
    case .open: cannotOpen
    case .alone: cannotShowAlone
    case .against, .order, .pairs:
      annotators.aspect == .adjudicators
        ? "Tab shows those who rate" : annotators.rows.isEmpty ? "there is nobody" : nil
    case .left, .right:
      annotators.aspect == .pairs || annotators.aspect == .person ? nil : "there are no columns"
    case .names: cannotTurnNames
    case .peopleQuestion:
      (annotators.page?.value.questions.count ?? 0) > 1 ? nil : "there is one question"
    case .writePeople: cannotWrite
    case .copy: PeopleWords.copied(model) == nil ? "there is nothing under the bar" : nil
    case .next, .previous, .first, .last, .halfDown, .halfUp, .pageDown, .pageUp:
      isEmpty ? "the list is empty" : nil
    default: nil
    }
  }

  func draw(in grid: inout Grid) {
    let layout = PeopleLayout(model)
    SentenceLine(model).draw(in: &grid, row: layout.lists.sentenceRow)
    switch annotators.aspect {
    case .people: PeopleView(model, layout).draw(in: &grid)
    case .pairs: PairsView(model, layout).draw(in: &grid)
    case .person: PersonView(model, layout).draw(in: &grid)
    case .adjudicators: AdjudicatorsView(model, layout).draw(in: &grid)
    }
    guard !isEmpty, let rule = layout.lists.rule else { return }
    grid.rule(column: rule, rows: layout.lists.headingRow..<grid.size.height - 2)
  }

  private var isEmpty: Bool {
    switch annotators.aspect {
    case .people, .pairs: annotators.rows.isEmpty
    case .person: annotators.person?.shown == nil
    case .adjudicators: annotators.adjudicators?.value.isEmpty ?? true
    }
  }

  private var cannotOpen: SafeText? {
    switch annotators.aspect {
    case .people: return annotators.current == nil ? "there is nobody" : nil
    case .adjudicators: return "there is no page of those who rule"
    case .pairs, .person:
      if let reason = cannotName { return reason }
      guard PeopleLimits(model).ofCell == nil else { return nil }
      if annotators.aspect == .pairs { return "there is no pair under the cursor" }
      switch annotators.person?.shown?.reference {
      case .gold, .model: return "no limit finds these; Tab shows rulings and others"
      default: break
      }
      return annotators.person?.page?.value.row.isModel == true
        ? "a limit speaks of people only" : "there is no item in this cell"
    }
  }

  private var cannotShowAlone: SafeText? {
    if let reason = cannotName { return reason }
    guard let row = PeopleLimits(model).person else { return "there is nobody" }
    if row.isModel { return "a limit speaks of people only" }
    return row.alone == 0 ? "never alone against all others" : nil
  }

  /// A limit names people, so it is not for those from whom names are hidden.
  private var cannotName: SafeText? {
    model.seesNames ? nil : "names are hidden, and a limit would tell them"
  }

  private var cannotWrite: SafeText? {
    if isEmpty { return "there is nothing to write" }
    guard annotators.aspect != .adjudicators, !model.seesNames else { return nil }
    return "for leads: names are hidden from those who rule"
  }

  private var cannotTurnNames: SafeText? {
    if model.configuration.blind == .off { return "this project hides no names" }
    return model.seesNames ? nil : "for leads: names are hidden from those who rule"
  }
}
