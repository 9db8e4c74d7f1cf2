import Domain
import Screen

extension Model {
  /// Asks for what is shown, where it is not there or rulings came in since.
  mutating func enterAnnotators() -> [Effect] {
    switch annotators.aspect {
    case .people, .pairs, .person: askForPeople()
    case .adjudicators: askForAdjudicators()
    }
  }

  private mutating func askForPeople(isForced: Bool = false) -> [Effect] {
    let head = summary?.head ?? -1
    guard isForced || annotators.page == nil || annotators.head != head else { return [] }
    annotators.generation += 1
    annotators.isLoading = true
    annotators.head = head
    let list = Effect.report(
      .annotators(annotators.question), generation: annotators.generation)
    return [list] + (annotators.person.map { askFor($0.id) } ?? [])
  }

  private mutating func askForAdjudicators(isForced: Bool = false) -> [Effect] {
    let head = summary?.head ?? -1
    guard isForced || annotators.adjudicators == nil || annotators.adjudicatorsHead != head else {
      return []
    }
    annotators.adjudicatorsGeneration += 1
    annotators.adjudicatorsLoading = true
    annotators.adjudicatorsHead = head
    return [.report(.adjudicators, generation: annotators.adjudicatorsGeneration)]
  }

  private mutating func askFor(_ person: AnnotatorID) -> [Effect] {
    guard let question = annotators.page?.value.question else { return [] }
    annotators.personGeneration += 1
    return [.report(.person(person, question), generation: annotators.personGeneration)]
  }

  mutating func take(_ page: AnnotatorsPage?, generation: Int) -> [Effect] {
    guard generation == annotators.generation else { return [] }
    let current = annotators.current?.id
    annotators.isLoading = false
    annotators.page = page.map { Loaded($0, stamp: generation) }
    // The bar stays on the person, not on the row.
    if let place = annotators.rows.firstIndex(where: { $0.id == current }) {
      annotators.cursor.row = place
    }
    fitAnnotators()
    return []
  }

  mutating func take(_ page: PersonPage?, generation: Int) -> [Effect] {
    guard generation == annotators.personGeneration, var person = annotators.person else {
      return []
    }
    guard let page else {
      annotators.person = nil
      annotators.aspect = .people
      return []
    }
    let isFirst = person.page == nil
    person.page = Loaded(page, stamp: generation)
    person.table = min(person.table, max(0, page.tables.count - 1))
    if isFirst { person.cell = person.hottest }
    annotators.person = person
    fitAnnotators()
    return []
  }

  mutating func takeAdjudicators(_ rows: [AdjudicatorRow], generation: Int) -> [Effect] {
    guard generation == annotators.adjudicatorsGeneration else { return [] }
    annotators.adjudicatorsLoading = false
    annotators.adjudicators = Loaded(rows, stamp: generation)
    fitAnnotators()
    return []
  }

  /// Keeps every bar on its list, after a resize or an answer.
  mutating func fitAnnotators() {
    let layout = PeopleLayout(self)
    annotators.cursor.fit(count: annotators.rows.count, height: layout.listHeight)
    annotators.adjudicator.fit(
      count: annotators.adjudicators?.value.count ?? 0, height: layout.listHeight)
    let count = annotators.people.count
    let pairs = layout.pairRoom
    annotators.pair.fit(rows: count, columns: count, height: pairs.height, width: pairs.width)
    guard let labels = annotators.person?.shown?.labels.count else { return }
    let room = layout.personRoom
    annotators.person?.cell.fit(
      rows: labels, columns: labels, height: room.height, width: room.width)
  }

  mutating func performInAnnotators(_ id: CommandID, _ argument: String?) -> [Effect] {
    if moveInAnnotators(id) { return [] }
    switch id {
    case .reread:
      return annotators.aspect == .adjudicators
        ? askForAdjudicators(isForced: true) : askForPeople(isForced: true)
    case .open: return openFromAnnotators(argument)
    case .alone: return showAlone()
    case .against: chooseAgainst(argument)
    case .order: chooseOrder(argument)
    case .pairs: turnToPairs()
    case .turn: return turnAspect()
    case .names: annotators.showsNames.toggle()
    case .peopleQuestion: return turnPeopleQuestion()
    case .copy: return copyFromAnnotators()
    case .writePeople: return writePeople(argument)
    default: break
    }
    return []
  }

  private mutating func moveInAnnotators(_ id: CommandID) -> Bool {
    let layout = PeopleLayout(self)
    switch annotators.aspect {
    case .people:
      return annotators.cursor.move(
        id, count: annotators.rows.count, height: layout.listHeight)
    case .adjudicators:
      return annotators.adjudicator.move(
        id, count: annotators.adjudicators?.value.count ?? 0, height: layout.listHeight)
    case .pairs:
      let count = annotators.people.count
      return annotators.pair.move(id, rows: count, columns: count, room: layout.pairRoom)
    case .person:
      guard let labels = annotators.person?.shown?.labels.count,
        var cell = annotators.person?.cell
      else { return false }
      let hasMoved = cell.move(id, rows: labels, columns: labels, room: layout.personRoom)
      annotators.person?.cell = cell
      return hasMoved
    }
  }

  // What Enter does depends on what is looked at.
  private mutating func openFromAnnotators(_ argument: String?) -> [Effect] {
    if let argument, !argument.isEmpty { return openPerson(named: argument) }
    switch annotators.aspect {
    case .people: return annotators.current.map { openPerson($0.id) } ?? []
    case .pairs, .person: return PeopleLimits(self).ofCell.map { showUnits($0) } ?? []
    case .adjudicators: return []
    }
  }

  private mutating func openPerson(named name: String) -> [Effect] {
    let wanted = AnnotatorID(name)
    let names = PeopleNames(self)
    let row = annotators.rows.first {
      ($0.id == wanted && names.name(wanted).plain == SafeText(name).plain)
        || names.name($0.id).plain == name
    }
    guard let row else {
      notice = Notice(text: "there is no annotator \(SafeText.line(name))", kind: .plain)
      return []
    }
    return openPerson(row.id)
  }

  private mutating func openPerson(_ id: AnnotatorID) -> [Effect] {
    annotators.aspect = .person
    if annotators.person?.id != id { annotators.person = PersonModel(id) }
    if let place = annotators.rows.firstIndex(where: { $0.id == id }) {
      annotators.cursor.row = place
    }
    return askFor(id)
  }

  private mutating func showAlone() -> [Effect] {
    PeopleLimits(self).ofLoneRatings.map { showUnits($0) } ?? []
  }

  private mutating func chooseAgainst(_ argument: String?) {
    if annotators.aspect == .person {
      turnTable(by: 1)
      return
    }
    let all = AnnotatorsModel.Against.allCases.filter { annotators.hasFigures($0) }
    if let argument, let wanted = AnnotatorsModel.Against(rawValue: argument) {
      annotators.against = wanted
    } else {
      annotators.against = all.next(after: annotators.against) ?? .others
    }
    keepBar()
  }

  private mutating func chooseOrder(_ argument: String?) {
    let current = annotators.current?.id
    if let argument, let wanted = AnnotatorsModel.Order(rawValue: argument) {
      annotators.order = wanted
    } else {
      annotators.order = AnnotatorsModel.Order.allCases.next(after: annotators.order) ?? .worst
    }
    keepBar(on: current)
    let text = "\(PeopleWords.order(annotators.order))"
    notice = Notice(text: text, kind: .plain)
  }

  private mutating func keepBar(on id: AnnotatorID? = nil) {
    if let id, let place = annotators.rows.firstIndex(where: { $0.id == id }) {
      annotators.cursor.row = place
    }
    fitAnnotators()
  }

  private mutating func turnToPairs() {
    if annotators.aspect == .pairs {
      annotators.aspect = .people
    } else {
      annotators.aspect = .pairs
      let place = annotators.people.firstIndex { $0.id == annotators.current?.id } ?? 0
      annotators.pair = TableCursor(row: place, column: annotators.coldest(of: place))
    }
    fitAnnotators()
  }

  /// Tab: from those who rate to those who rule and back; on a page, from one table to the next.
  private mutating func turnAspect() -> [Effect] {
    switch annotators.aspect {
    case .person:
      turnTable(by: 1)
      return []
    case .people, .pairs:
      annotators.aspect = .adjudicators
      return askForAdjudicators()
    case .adjudicators:
      annotators.aspect = .people
      return askForPeople()
    }
  }

  private mutating func turnTable(by step: Int) {
    guard var person = annotators.person, let count = person.page?.value.tables.count, count > 0
    else { return }
    person.table = (person.table + step + count) % count
    person.cell = person.hottest
    annotators.person = person
    fitAnnotators()
  }

  private mutating func turnPeopleQuestion() -> [Effect] {
    guard let page = annotators.page?.value,
      let next = page.questions.next(after: page.question)
    else { return [] }
    annotators.question = next
    annotators.person = nil
    annotators.aspect = .people
    return askForPeople(isForced: true)
  }

  private mutating func copyFromAnnotators() -> [Effect] {
    PeopleWords.copied(self).map { [.copy($0)] } ?? []
  }

  private mutating func writePeople(_ path: String?) -> [Effect] {
    let rules = annotators.aspect == .adjudicators
    guard let path, !path.isEmpty else {
      let folder = annotators.page?.value.folder ?? ""
      asking = .prompt(
        Prompt(
          .path(for: .writePeople),
          folder + "/" + (rules ? "adjudicators.csv" : "annotators.csv")))
      return []
    }
    let request = rules ? ReportRequest.adjudicators : .annotators(annotators.page?.value.question)
    return [.write(request, to: path)]
  }

  /// `q`: from a page or a table back to the list; nil where the list is shown.
  mutating func backInAnnotators() -> [Effect]? {
    switch annotators.aspect {
    case .people: return nil
    case .pairs, .adjudicators, .person:
      annotators.aspect = .people
      annotators.person = nil
      fitAnnotators()
      return askForPeople()
    }
  }
}

extension Array where Element: Equatable {
  /// The one that comes after `element`, round and round; nil for an empty list.
  fileprivate func next(after element: Element) -> Element? {
    guard let place = firstIndex(of: element) else { return first }
    return self[(place + 1) % count]
  }
}

extension PersonModel {
  /// The cell off the diagonal with the most units; the first one where there is none.
  fileprivate var hottest: TableCursor {
    let cell = shown?.cells.filter { $0.right != $0.given }.max { $0.units < $1.units }
    return cell.map { TableCursor(row: $0.right, column: $0.given) } ?? TableCursor()
  }
}

extension AnnotatorsModel {
  /// What may be typed after a command's word.
  func arguments(of id: CommandID) -> [String] {
    id == .order
      ? Order.allCases.map(\.rawValue)
      : Against.allCases.filter { hasFigures($0) }.map(\.rawValue)
  }

  /// Whether there is anything to show for a measure.
  func hasFigures(_ against: Against) -> Bool {
    var copy = self
    copy.against = against
    return against == .others
      || (page?.value.rows ?? []).contains { copy.measure(of: $0).judged != nil }
  }

  /// With whom somebody agrees least, as a place among people.
  fileprivate func coldest(of place: Int) -> Int {
    let people = people
    guard people.indices.contains(place) else { return 0 }
    let own = people[place].id
    let kappas = pairKappas
    let others = people.indices.filter { $0 != place }
    return others.min {
      (kappas.of(own, people[$0].id)?.judged ?? .infinity)
        < (kappas.of(own, people[$1].id)?.judged ?? .infinity)
    } ?? place
  }
}
