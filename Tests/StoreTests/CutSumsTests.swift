import Agreement
import Domain
import Store
import Testing

/// The sums of parts of the units, and the limits that find the units behind them.
@Suite struct CutSumsTests {
  private static func history(_ seed: UInt64, _ steps: Int) throws -> (TestProject, ProjectIndex) {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: seed.isMultiple(of: 2) ? "tiers" : "plain")
    var history = RandomHistory(seed: seed, project: project)
    let index = try project.open()
    for _ in 0..<steps {
      try history.step()
      try index.catchUp()
    }
    return (project, index)
  }

  /// What a unit says and where it belongs, read from what people are shown.
  private struct Place {
    let unit: UnitID
    let votes: [Rating]
    let row: QueueRow
    let slice: String?
    let batch: Int?
    let version: Int?

    var labels: [String] { votes.map(\.value.name) }
    var week: String? { votes.compactMap(\.at).max().map { Week($0).text } }
    var isOpen: Bool { row.status.isQueued }
    var ruled: String? {
      row.standing?.status == .ruled ? row.standing?.outcome.value?.name : nil
    }

    func count(_ label: String) -> Int { labels.count { $0 == label } }
    func column(_ kind: HeatMapKind) -> String {
      switch kind.columns {
      case .batch: batch.map { String($0) } ?? "(none)"
      case .week: week ?? "(none)"
      case .version: version.map { VersionName.text($0) } ?? "(none)"
      default: slice ?? "(none)"
      }
    }
  }

  private static func places(
    _ index: ProjectIndex, _ question: QuestionID, _ project: TestProject
  ) throws -> [Place] {
    let now = project.clock
    let versions = project.versions()
    var places: [Place] = []
    var items: Set<ItemID> = []
    try index.visitUnits { unit in
      items.insert(unit.item.id)
      return true
    }
    for id in items.sorted() {
      guard let dossier = try index.dossier(id, now: now) else { continue }
      for unit in dossier.units where unit.row.unit.question == question {
        let people = unit.ratings.filter { $0.isInForce && $0.rating.origin == .person }
        let votes = people.filter { entry in
          guard entry.rating.value != .abstained else { return false }
          guard let annotator = entry.rating.annotator else { return true }
          let rounds = people.filter { $0.rating.annotator == annotator }
            .map { Int($0.rating.round ?? "") ?? -1 }
          return (Int(entry.rating.round ?? "") ?? -1) == rounds.max()
        }
        places.append(
          Place(
            unit: unit.row.unit, votes: votes.map(\.rating), row: unit.row,
            slice: dossier.item.slices.first { $0.key == "lang" }?.value,
            batch: votes.map(\.reference.batch).max(),
            version: votes.compactMap { versions[$0.reference.batch] }.max()))
      }
    }
    return places
  }

  private static let kinds: [(HeatMapKind, UnitCut)] = [
    (.labelBatch, .batch), (.labelWeek, .week), (.labelVersion, .version),
    (.labelSlice, .slice("lang")),
    (.pairBatch, .batch), (.pairWeek, .week), (.pairVersion, .version),
    (.pairSlice, .slice("lang")),
  ]

  @Test(arguments: [UInt64](51...56))
  func `stored sums of parts equal those counted from scratch`(seed: UInt64) throws {
    let (project, index) = try Self.history(seed, 80)
    for question in try index.summary(now: project.clock).questions {
      let stored = try #require(try index.sums(question))
      let places = try Self.places(index, question, project)
      func unit(_ place: Place) -> [UnitRating] {
        place.votes.map { vote in
          UnitRating(label: Int32(stored.values.firstIndex(of: vote.value) ?? -1))
        }
      }
      for (kind, cut) in Self.kinds.prefix(4) {
        var cutter = HeatCutter()
        for place in places {
          let name = place.column(kind)
          cutter.add(unit(place), to: name == "(none)" ? nil : name)
        }
        let cuts = try #require(try index.heatSource(question, by: cut)).cuts
        #expect(cuts.map(\.name) == cutter.cuts.map(\.name), "\(kind)")
        #expect(cuts.map(\.sums.rows) == cutter.cuts.map(\.sums.rows), "\(kind)")
      }
      var open = AgreementSums(detail: .none)
      var ruled = AgreementSums(detail: .none)
      for place in places {
        if place.isOpen { open.add(unit(place)) }
        if place.ruled != nil { ruled.add(unit(place)) }
      }
      #expect(try index.heatSource(question, of: .open)?.sums.rows == open.rows)
      #expect(try index.heatSource(question, of: .overruled)?.sums.rows == ruled.rows)
    }
  }

  /// The ratings or pairs that the units behind a cell bring to it.
  private static func worth(_ place: Place, _ map: HeatMap, _ cell: HeatPlace) -> Int {
    let (row, column) = (map.rows.names[cell.row], map.columns.names[cell.column])
    switch map.kind {
    case .labelLabel where map.of == .overruled: return place.count(row)
    case .labelLabel where row == column: return place.count(row) * (place.count(row) - 1) / 2
    case .labelLabel: return place.count(row) * place.count(column)
    case .pairBatch, .pairWeek, .pairSlice, .pairVersion, .pairAnnotator:
      let pair = map.rows.pairs[cell.row]
      return place.count(pair.first) * place.count(pair.second)
    case .labelAnnotator:
      return place.votes.count { $0.annotator?.text == column && $0.value.name == row }
    case .annotatorAnnotator: return 1
    case .labelBatch, .labelWeek, .labelSlice, .labelVersion: return place.count(row)
    }
  }

  @Test(arguments: [UInt64](61...66))
  func `the units behind a cell bring all that it counts`(seed: UInt64) throws {
    let (project, index) = try Self.history(seed, 80)
    for question in try index.summary(now: project.clock).questions {
      let places = try Self.places(index, question, project)
      let stored = try #require(try index.sums(question))
      let scope = HeatScope(
        question: question, slice: "lang", areLabels: stored.values.allSatisfy { $0.kind == .label }
      )
      var maps: [HeatMap] = []
      for units in HeatUnits.allCases {
        let source = try #require(try index.heatSource(question, of: units))
        maps.append(HeatMap(source, HeatMapRequest(measure: .count, units: units)))
      }
      let source = try #require(try index.heatSource(question))
      for kind in [HeatMapKind.labelAnnotator, .annotatorAnnotator] {
        maps.append(HeatMap(source, HeatMapRequest(kind: kind, measure: .count)))
      }
      for (kind, cut) in Self.kinds {
        let source = try #require(try index.heatSource(question, by: cut))
        maps.append(HeatMap(source, HeatMapRequest(kind: kind, measure: .count)))
      }
      for map in maps {
        for row in 0..<map.rows.count {
          for column in 0..<map.columns.count {
            let place = HeatPlace(row: row, column: column)
            let limit = map.limit(behind: place, in: scope)
            let query = QueueQuery(limit: limit, order: .item, now: project.clock)
            let found = Set(try index.page(query, offset: 0, count: 1000).rows.map(\.unit))
            let behind = places.filter { found.contains($0.unit) }
            let worth = behind.map { Self.worth($0, map, place) }
            let what = "\(seed) \(question) \(map.kind) \(map.of) \(map.rows.names[row]), \(limit)"
            if map.kind == .annotatorAnnotator, row == column { continue }
            #expect(worth.reduce(0, +) == map[place].count, "\(what)")
            #expect(map.kind == .labelLabel || worth.allSatisfy { $0 > 0 }, "\(what)")
            #expect(behind.count == found.count, "\(what)")
          }
        }
      }
    }
  }

  @Test(arguments: [UInt64](71...74))
  func `pairs of values know their units and what was ruled on them`(seed: UInt64) throws {
    let (project, index) = try Self.history(seed, 80)
    for question in try index.summary(now: project.clock).questions {
      let places = try Self.places(index, question, project)
      let pairs = try index.pairUnits(question)
      for counted in pairs {
        let behind = places.filter {
          $0.count(counted.pair.first) > 0 && $0.count(counted.pair.second) > 0
        }
        #expect(counted.units == behind.count)
        #expect(counted.open == behind.count { $0.isOpen })
        let settled = behind.filter { $0.row.standing?.status == .ruled }
        #expect(counted.ruled == settled.count)
        for ruling in counted.rulings {
          #expect(ruling.units == settled.count { $0.ruled == ruling.label })
        }
      }
      let met = Set(
        places.flatMap { place in
          place.labels.flatMap { one in
            place.labels.filter { $0 != one }.map { Set([one, $0]) }
          }
        })
      #expect(Set(pairs.map { Set([$0.pair.first, $0.pair.second]) }) == met)
    }
  }

  @Test func `units are where they differ behind a cell of two annotators`() throws {
    let (project, index) = try Self.history(70, 80)
    let places = try Self.places(index, .label, project)
    let map = HeatMap(
      try #require(try index.heatSource(.label)),
      HeatMapRequest(kind: .annotatorAnnotator, measure: .share))
    for row in 0..<map.rows.count {
      for column in 0..<map.columns.count where row != column {
        let place = HeatPlace(row: row, column: column)
        let query = QueueQuery(
          limit: map.limit(behind: place, in: HeatScope(question: .label)), order: .item,
          now: project.clock)
        let found = try index.page(query, offset: 0, count: 1000).rows.map(\.unit)
        func value(_ place: Place, _ position: Int) -> Value? {
          place.votes.first { $0.annotator?.text == map.rows.names[position] }?.value
        }
        let differing = places.filter { place in
          guard let one = value(place, row), let other = value(place, column) else { return false }
          return one != other
        }
        #expect(found == differing.map(\.unit).sorted())
        #expect(found.count == map[place].count)
      }
    }
  }

  @Test func `what waits comes before what is settled`() throws {
    let (project, index) = try Self.history(71, 80)
    for order in [
      QueueOrder.policy(.gain), .policy(.stratified), .policy(.oldest), .policy(.lowestAgreement),
      .due,
    ] {
      let query = QueueQuery(
        limit: try LimitParser.parse("status:*"), order: order, now: project.clock)
      let rows = try index.page(query, offset: 0, count: 1000).rows
      let open = rows.prefix { $0.status.isQueued }.count
      #expect(open > 0 && open < rows.count)
      #expect(
        rows.dropFirst(open).allSatisfy { !$0.status.isQueued },
        "\(order)")
      let page = try index.page(query, offset: 0, count: open + 2).rows
      #expect(page.map(\.unit) == rows.prefix(open + 2).map(\.unit))
      let skipped = Set(rows.prefix(open).map(\.unit))
      #expect(try index.next(query, skipping: skipped) == nil, "next is never what is settled")
    }
  }
}
