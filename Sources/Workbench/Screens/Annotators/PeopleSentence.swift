import Domain
import Screen

/// What the annotators' screen says first: whom to look at, and what Enter does.
struct PeopleSentence {
  private let model: Model
  private let annotators: AnnotatorsModel
  private let names: PeopleNames
  private let look: LabelLook

  init(_ model: Model) {
    self.model = model
    annotators = model.annotators
    names = PeopleNames(model)
    look = model.look
  }

  var sentence: Sentence {
    switch annotators.aspect {
    case .people: people
    case .pairs: pairs
    case .person: person
    case .adjudicators: adjudicators
    }
  }

  private var room: Int { model.size.width - 4 }

  private var people: Sentence {
    guard annotators.page != nil else {
      if annotators.isLoading { return Sentence("Reading the ratings …") }
      return (model.summary?.ratings ?? 0) > 0
        ? Sentence("The ratings could not be read.", "R reads them again.")
        : Sentence("No ratings yet.", "Import an export to see who rates how.")
    }
    guard let row = annotators.current else { return Sentence("Nobody has rated yet.") }
    let tail: SafeText =
      annotators.isLoading
      ? "Reading again …" : "Enter opens \(names.name(row.id).clipped(to: 20))."
    return fitting(finding, tail)
  }

  /// What stands out most: who drifts, then who overuses a label, then who agrees least.
  private var finding: SafeText {
    let rows = annotators.rows
    let falling = rows.filter { $0.direction == .falling }
    let drop = { (row: AnnotatorRow) in (row.earlier ?? 0) - (row.later ?? 0) }
    if let row = falling.max(by: { drop($0) < drop($1) }), let earlier = row.earlier,
      let later = row.later
    {
      let name = names.name(row.id).clipped(to: 24)
      return "\(name) drifts: agreement \(Figures.share(earlier)) to \(Figures.share(later))."
    }
    guard
      let worst = rows.filter({ $0.rest.judged != nil }).min(by: {
        ($0.rest.judged ?? 1) < ($1.rest.judged ?? 1)
      }), let kappa = worst.rest.judged
    else {
      return "Too few shared items to judge anybody by."
    }
    let name = names.name(worst.id).clipped(to: 24)
    return "\(name) agrees least with the others: κ \(Figures.share(kappa))."
  }

  private var pairs: Sentence {
    guard let (one, other) = annotators.pairUnderCursor else {
      return Sentence("Who agrees with whom.", "Move to a pair.")
    }
    let both: SafeText =
      "\(names.name(one).clipped(to: 20)) and \(names.name(other).clipped(to: 20))"
    guard let kappa = annotators.pairKappas.of(one, other) else {
      return Sentence("\(both) share no item.")
    }
    guard kappa.isEnough, let value = kappa.value else {
      return fitting(
        "\(both) share \(PeopleWords.count(kappa.cases, "item")): too few to judge by.", "")
    }
    return fitting(
      "\(both): κ \(Figures.share(value)).", "Enter opens the items on which they differ.")
  }

  private var person: Sentence {
    guard let person = annotators.person else { return Sentence("Reading …") }
    let name = names.name(person.id).clipped(to: 24)
    guard let page = person.page?.value else { return Sentence("Reading \(name) …") }
    guard let table = person.shown else {
      return Sentence("\(name) shares no item with anybody.", "There is nothing to compare.")
    }
    let place = person.cell
    guard let cell = table.cell(place.row, place.column) else {
      return fitting(
        "\(name) never said \(label(table, place.column)) for \(label(table, place.row)).", "")
    }
    let (given, right) = (label(table, cell.given), label(table, cell.right))
    let times = PeopleWords.count(cell.units, "item")
    let lead: SafeText
    switch table.reference {
    case .others where cell.given == cell.right:
      lead = "\(name) said \(given) as others did on \(times)."
    case .others: lead = "\(name) said \(given) where others said \(right), \(times)."
    case _ where cell.given == cell.right:
      lead = "\(name) said \(given) rightly on \(times)."
    default: lead = "\(name) said \(given) for \(right), \(times)."
    }
    let opens = PeopleLimits(model).ofCell != nil && model.seesNames && !page.row.isModel
    return fitting(lead, opens ? "Enter opens them." : "")
  }

  private func label(_ table: PersonTable, _ place: Int) -> SafeText {
    guard table.labels.indices.contains(place) else { return "" }
    return look.text(table.labels[place]).clipped(to: 20)
  }

  private var adjudicators: Sentence {
    guard let rows = annotators.adjudicators?.value else { return Sentence("Reading the log …") }
    guard !rows.isEmpty else {
      return Sentence("Nobody has ruled yet.", "The queue holds what waits.")
    }
    let again: SafeText = annotators.adjudicatorsLoading ? "Reading again …" : "Tab: who rates."
    let judged = rows.filter { $0.against.judged != nil }
    guard judged.count > 1,
      let most = judged.max(by: { ($0.against.judged ?? 0) < ($1.against.judged ?? 0) }),
      let share = most.against.judged
    else {
      let count = PeopleWords.count(rows.reduce(0) { $0 + $1.rulings }, "ruling")
      let people = rows.count == 1 ? "1 adjudicator" : "\(rows.count) adjudicators"
      return fitting("\(people), \(count).", again)
    }
    return fitting(
      "\(SafeText(most.id.text).clipped(to: 24)) overrules most: \(Figures.share(share)) of the items.",
      again)
  }

  /// The tail where there is room for it.
  private func fitting(_ lead: SafeText, _ tail: SafeText) -> Sentence {
    lead.width + 2 + tail.width <= room ? Sentence(lead, tail) : Sentence(lead)
  }
}
