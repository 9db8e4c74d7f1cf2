extension Model {
  /// How many places `q` leads back through.
  private static let longestTrail = 32

  /// Whether `q` leaves.
  package var isHome: Bool { place == .queue && trail.isEmpty && queue.limitText.isEmpty }

  /// Goes to a place, and remembers the one that is left.
  package mutating func go(to destination: Place) -> [Effect] {
    guard destination != place else { return [] }
    // The queue is home: from there `q` leaves.
    if destination == .queue {
      let effects = leavePlace()
      trail = []
      return effects + arrive(at: .queue)
    }
    remember()
    return leavePlace() + arrive(at: destination)
  }

  /// Shows the units behind a figure: the queue with a limit, from which `q` comes back here.
  package mutating func showUnits(_ state: LimitState) -> [Effect] {
    remember(limit: LimitState(text: queue.limitText, limit: queue.limit))
    let effects = leavePlace()
    queue.limitText = state.text
    queue.limit = state.limit
    queue.wanted = nil
    queue.cursor = 0
    return effects + arrive(at: .queue) + loadList()
  }

  /// One level back; nil where there is none.
  package mutating func goBackOnTrail() -> [Effect]? {
    guard let visit = trail.popLast() else { return nil }
    var effects = leavePlace()
    if let limit = visit.limit, limit.text != queue.limitText {
      queue.limitText = limit.text
      queue.limit = limit.limit
      effects += loadList()
    }
    if let unit = visit.unit {
      place = .queue
      return effects + openItem(unit, isRemembered: false)
    }
    if let target = visit.form {
      place = .clause
      return effects + [.saveState(state)] + returnToForm(target)
    }
    return effects + arrive(at: visit.place)
  }

  /// Puts where one is on the trail.
  mutating func remember(limit: LimitState? = nil) {
    trail.append(
      Visit(
        place, unit: place == .item ? item?.unit : nil, limit: limit,
        form: place == .clause ? form?.target : nil))
    if trail.count > Self.longestTrail { trail.removeFirst(trail.count - Self.longestTrail) }
  }

  /// Gives back what the place holds that is left.
  private mutating func leavePlace() -> [Effect] {
    overlay = nil
    form?.editor = nil
    guard place == .item else { return [] }
    let effects = leaveItem()
    item = nil
    return effects
  }

  private mutating func arrive(at destination: Place) -> [Effect] {
    place = destination
    return [.saveState(state)] + enter()
  }

  /// Asks for what the place shows, where it is not there or may be old.
  mutating func enter() -> [Effect] {
    switch place {
    case .queue: fitList()
    case .item: []
    case .heatMap: enterHeatMap()
    case .annotators: enterAnnotators()
    case .log: enterLog()
    case .guideline: enterGuideline()
    case .release: enterRelease()
    case .clause: readEvidence()
    }
  }

  /// A report came in.
  mutating func take(_ report: Report, generation: Int) -> [Effect] {
    switch report {
    case .log(let report): take(report, generation: generation)
    case .heatMap(let page): take(page, generation: generation)
    case .names(let names): take(names, generation: generation)
    case .annotators(let page): take(page, generation: generation)
    case .person(let page): take(page, generation: generation)
    case .adjudicators(let rows): takeAdjudicators(rows, generation: generation)
    case .release(let figures): take(figures, generation: generation)
    case .guideline(let page): take(page, generation: generation)
    case .rules(let guideline): take(guideline, generation: generation)
    case .evidence(let evidence): take(evidence, generation: generation)
    case .seeds(let seeds): take(seeds, generation: generation)
    case .publication(let page): take(page, generation: generation)
    case .alike(let units): take(units, generation: generation)
    case .contradictions(let pairs): take(pairs, generation: generation)
    }
  }
}
