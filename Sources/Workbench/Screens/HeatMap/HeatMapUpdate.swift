import Agreement
import Domain
import Screen

extension Model {
  /// Asks for the map that is wanted, where it is not there or the log went on.
  mutating func enterHeatMap() -> [Effect] {
    guard heatMap.page?.value.head != summary?.head || heatMap.page == nil else { return [] }
    return loadHeatMap()
  }

  mutating func loadHeatMap() -> [Effect] {
    heatMap.generation += 1
    heatMap.isLoading = true
    return [.report(.heatMap(heatMap.wanted), generation: heatMap.generation)]
  }

  mutating func take(_ loaded: Loaded<HeatMapPage>, generation: Int) -> [Effect] {
    guard generation == heatMap.generation else { return [] }
    let old = heatMap.page?.value.map
    heatMap.isLoading = false
    heatMap.page = loaded.completed(from: heatMap.page)
    heatMap.place = place(in: loaded.value.map, from: old)
    fitHeatMap()
    return []
  }

  /// The cell that was under the cursor, where it is still there; else the hottest one.
  private func place(in map: HeatMap, from old: HeatMap?) -> HeatPlace {
    if let old, heatMap.place.row < old.rows.count, heatMap.place.column < old.columns.count,
      old.rows.subject == map.rows.subject, old.columns.subject == map.columns.subject,
      let row = map.rows.names.firstIndex(of: old.rows.names[heatMap.place.row]),
      let column = map.columns.names.firstIndex(of: old.columns.names[heatMap.place.column])
    {
      return HeatPlace(row: row, column: column)
    }
    if map.columns.subject.isTime, map.columns.count > 0 {
      let named = (0..<map.columns.count).last { !map.columns.isUnnamed($0) }
      return HeatPlace(row: 0, column: named ?? 0)
    }
    return heatMap.page?.value.hottest.first
      ?? HeatPlace(row: 0, column: map.kind.isSquare && map.columns.count > 1 ? 1 : 0)
  }

  mutating func performInHeatMap(_ id: CommandID, _ argument: String?) -> [Effect] {
    if moveInHeatMap(id) { return [] }
    switch id {
    case .open: return openHeatCell()
    case .reread: return loadHeatMap()
    case .nextMap: return turnMap(by: 1)
    case .previousMap: return turnMap(by: -1)
    case .heatKind: return argument.flatMap { HeatMapKind(rawValue: $0) }.map { want($0) } ?? []
    case .heatTime: return want(heatMap.wanted.request.kind == .pairWeek ? .labelLabel : .pairWeek)
    case .measure: return change(\.measure, to: argument, of: heatMeasures)
    case .heatUnits:
      return change(\.units, to: argument, of: heatMap.wanted.request.kind.units)
    case .order: return change(\.order, to: argument, of: HeatOrder.allCases)
    case .nextSlice: return turnSlice(argument)
    case .heatQuestion: return turnQuestion(argument)
    case .writeMap: return writeMap(argument)
    case .clauseFromCell:
      guard let page = heatMap.page?.value, heatMap.hasCell else { return [] }
      return draftClause(from: .limit(page.map.limit(behind: heatMap.place, in: page.scope)))
    case .copy: return heatMap.hasCell ? [.copy(HeatWords(self).figures)] : []
    default: return []
    }
  }

  /// The maps that this project and this person have, in the order of Tab.
  var heatKinds: [HeatMapKind] {
    let page = heatMap.page?.value
    let all: [HeatMapKind] = [
      .labelLabel, .pairWeek, .labelAnnotator, .annotatorAnnotator, .labelSlice, .pairSlice,
      .labelWeek, .labelBatch, .pairBatch, .pairVersion, .labelVersion,
    ]
    return all.filter { kind in
      switch kind.columns {
      case .annotator: !hidesAnnotators
      case .slice: page?.slices.isEmpty == false
      case .batch: page?.hasBatches == true
      case .version: page?.hasVersions == true
      default: true
      }
    }
  }

  /// Whether who said what is kept from this person: only leads see names where ruling is blind.
  var hidesAnnotators: Bool { configuration.blind != .off && !me.holds(.lead) }

  var heatMeasures: [HeatMeasure] {
    heatMap.wanted.request.kind.measures(of: heatMap.wanted.request.units)
  }

  /// What may stand behind a command of the heat map.
  func heatArguments(of id: CommandID) -> [String] {
    switch id {
    case .heatKind: heatKinds.map(\.rawValue)
    case .measure: heatMeasures.map(\.rawValue)
    case .heatUnits: heatMap.wanted.request.kind.units.map(\.rawValue)
    case .order: HeatOrder.allCases.map(\.rawValue)
    case .nextSlice: heatMap.page?.value.slices ?? []
    case .heatQuestion: heatMap.page?.value.questions.map(\.text) ?? []
    default: []
    }
  }

  private mutating func openHeatCell() -> [Effect] {
    guard let page = heatMap.page?.value, heatMap.hasCell else { return [] }
    let limit = page.map.limit(behind: heatMap.place, in: page.scope)
    if let leak = LimitWords.leak(in: limit, configuration) {
      notice = Notice(text: leak, kind: .plain)
      return []
    }
    return showUnits(LimitState(text: limit.text, limit: limit))
  }

  private mutating func turnMap(by step: Int) -> [Effect] {
    let kinds = heatKinds
    let place = kinds.firstIndex(of: heatMap.wanted.request.kind) ?? 0
    return want(kinds[(place + step + kinds.count) % kinds.count])
  }

  private mutating func want(_ kind: HeatMapKind) -> [Effect] {
    guard heatKinds.contains(kind) else { return [] }
    let old = heatMap.wanted.request
    let units = kind.units.contains(old.units) ? old.units : .all
    let measures = kind.measures(of: units)
    heatMap.wanted.request = HeatMapRequest(
      kind: kind, measure: measures.contains(old.measure) ? old.measure : nil, order: old.order,
      units: units, enough: old.enough)
    return loadHeatMap()
  }

  /// Changes one part of what is wanted to what was named, or to the next of the choices.
  private mutating func change<Choice: RawRepresentable<String> & Equatable>(
    _ part: WritableKeyPath<HeatMapRequest, Choice>, to name: String?, of choices: [Choice]
  ) -> [Effect] {
    let current = heatMap.wanted.request[keyPath: part]
    let next: Choice
    if let name {
      guard let named = choices.first(where: { $0.rawValue == name }) else {
        notice = Notice(
          text: "one of \(choices.map(\.rawValue).joined(separator: ", "))", kind: .plain)
        return []
      }
      next = named
    } else {
      guard choices.count > 1 else { return [] }
      next = choices[((choices.firstIndex(of: current) ?? -1) + 1) % choices.count]
    }
    heatMap.wanted.request[keyPath: part] = next
    if !heatMeasures.contains(heatMap.wanted.request.measure), let usual = heatMeasures.first {
      heatMap.wanted.request.measure = usual
    }
    return loadHeatMap()
  }

  private mutating func turnSlice(_ name: String?) -> [Effect] {
    let slices = heatMap.page?.value.slices ?? []
    guard let next = following(name, heatMap.page?.value.slice, slices) else { return [] }
    heatMap.wanted.slice = next
    return loadHeatMap()
  }

  private mutating func turnQuestion(_ name: String?) -> [Effect] {
    let page = heatMap.page?.value
    let questions = page?.questions.map(\.text) ?? []
    guard let next = following(name, page?.question?.text, questions) else { return [] }
    heatMap.wanted.question = QuestionID(next)
    return loadHeatMap()
  }

  private func following(_ name: String?, _ current: String?, _ all: [String]) -> String? {
    if let name { return all.first { $0.utf8.elementsEqual(name.utf8) } }
    guard all.count > 1 else { return nil }
    let place = current.flatMap { current in
      all.firstIndex { $0.utf8.elementsEqual(current.utf8) }
    }
    return all[((place ?? -1) + 1) % all.count]
  }

  private mutating func writeMap(_ path: String?) -> [Effect] {
    guard let page = heatMap.page?.value, heatMap.hasCell else { return [] }
    guard let path, !path.isEmpty else {
      let name = "\(page.map.kind.rawValue)-\(page.map.measure.rawValue)"
      asking = .prompt(Prompt(.path(for: .writeMap), page.folder + "/" + name))
      return []
    }
    return [.write(.heatMap(heatMap.wanted), to: path)]
  }
}

extension Loaded<HeatMapPage> {
  /// With what takes longer to read, from a page of the same ratings: so nothing comes and goes on the
  /// screen while maps are turned.
  fileprivate func completed(from known: Self?) -> Self {
    guard value.people == nil, let known = known?.value, known.question == value.question,
      known.head == value.head
    else { return self }
    var page = value
    page.people = known.people
    return Loaded(page, stamp: stamp)
  }
}
