import Domain
import GRDB

/// The units a query finds, in its order.
struct UnitSelection {
  /// The numbers of the units, and how many of them are past their date.
  struct List {
    var units: [Int64] = []
    var overdue = 0
  }

  /// How many there are.
  struct Size {
    let total: Int
    let overdue: Int
  }

  let database: Database
  let query: QueueQuery
  private let viewer: Viewer
  let condition: SQL
  /// Whether units that stand nowhere in the queue may be found.
  let isWidened: Bool
  /// Of the models of annotators, where these order the queue.
  private let figures: QueueFigures?

  /// How far a selection may look.
  enum Reach {
    /// As far as the limit says.
    case limit
    /// No further than the queue, whatever the limit says.
    case queue
  }
  /// Tiers by what a wrong label of theirs costs, the costliest first.
  let tiers: [TierID]

  /// - Parameter settings: those in force; nil: members are as their role events left them.
  init(
    _ query: QueueQuery, _ database: Database, under settings: ProjectConfiguration? = nil,
    reach: Reach = .limit, figures: QueueFigures? = nil
  ) throws {
    self.figures = figures
    isWidened = query.limit.widensBeyondQueue && reach == .limit
    self.query = query
    self.database = database
    tiers = (settings?.tiers ?? []).sorted { ($1.cost, $0.id) < ($0.cost, $1.id) }.map(\.id)
    viewer = try query.viewer.map { try Viewer($0, database, under: settings) } ?? Viewer()
    let clause = LimitClause(
      now: query.now, tagged: try Self.numbers(of: query.tagged, database),
      gain: Self.gain(figures))
    var conditions = query.limit.terms.map { clause.sql($0) } + viewer.conditions
    // The words of the partial indexes: with them the order is a walk.
    if let group = query.group { conditions.append(Self.sql(group)) }
    if !isWidened { conditions.insert(SQL("u.queued = 1"), at: 0) }
    condition = conditions.joined(separator: " AND ")
  }

  /// The first units of the order: a walk of an index, past what the limit leaves out.
  func first(_ count: Int) throws -> [Int64] {
    let drawn = try drawn()
    guard !drawn.isEmpty else { return try firstOfAll(count) }
    let (more, isCut) = count.addingReportingOverflow(drawn.count)
    return Array(Self.moved(drawn, before: try firstOfAll(isCut ? .max : more)).prefix(count))
  }

  /// What an audit waits for, in an order that says nothing but that of its draw: it is asked for, so
  /// it stands before all that a policy puts in order.
  func drawn() throws -> [Int64] {
    guard case .policy = query.order, try AuditTable.waiting(database) > 0 else { return [] }
    let request = SQLRequest<Int64>(
      literal: SQL(
        """
        SELECT u.id FROM unit u WHERE \(sql: AuditTable.waits) AND \(condition) ORDER BY u.audit
        """))
    return try request.fetchAll(database)
  }

  /// The units in their order, but for those that go before all others.
  static func moved(_ drawn: [Int64], before units: [Int64]) -> [Int64] {
    guard !drawn.isEmpty else { return units }
    let front = Set(drawn)
    return drawn + units.filter { !front.contains($0) }
  }

  private func firstOfAll(_ count: Int) throws -> [Int64] {
    if case .policy(.stratified) = query.order { return try stratified(first: count).units }
    if let figures, query.order == .policy(.gain), !isWidened, count <= Self.mostAsked,
      count < figures.queuedCount
    {
      return try first(count, by: figures)
    }
    let request: SQLRequest<Int64> = walk(SQL("u.id"), first: count)
    return try request.fetchAll(database)
  }

  /// More rows are sorted by SQL.
  private static let mostAsked = 2048

  /// Asks of the best units of the queue whether they belong, and goes on until enough do.
  private func first(_ count: Int, by figures: QueueFigures) throws -> [Int64] {
    var asked = max(64, 2 * count)
    while true {
      let best = figures.first(asked)
      let request = SQLRequest<Int64>(
        literal: SQL("SELECT u.id FROM unit u WHERE u.id IN \(best) AND \(condition)"))
      let found = Set(try request.fetchAll(database))
      if found.count >= count || best.count < asked {
        return Array(best.lazy.filter { found.contains($0) }.prefix(count))
      }
      // Few belong: then all are sorted, of which SQL knows whether they do.
      guard asked < 2 * Self.mostAsked else {
        return try walk(SQL("u.id"), first: count).fetchAll(database)
      }
      asked *= 4
    }
  }

  /// What a unit's ruling is worth, in SQL.
  private static func gain(_ figures: QueueFigures?) -> SQL {
    figures == nil ? SQL("u.gain") : SQL("\(sql: LearnedGain.name)(u.id, u.gain)")
  }

  /// All units in order, without their dates.
  func units() throws -> [Int64] {
    isNarrowed ? try all().units : try first(.max)
  }

  /// All units in order.
  func all() throws -> List {
    var list = try allOfAll()
    list.units = Self.moved(try drawn(), before: list.units)
    return list
  }

  private func allOfAll() throws -> List {
    if case .policy(.stratified) = query.order { return try stratified(first: nil) }
    // Looking into items goes in their order, not in the queue's, and sorts what it finds.
    let index = isNarrowed && !isWidened ? "INDEXED BY unit_scan" : ""
    let request = SQLRequest<Row>(
      literal: SQL(
        """
        SELECT u.id, u.due FROM unit u \(sql: index) WHERE \(condition) ORDER BY \(order)
        """))
    return try Self.read(request, database, now: query.now)
  }

  /// Whether units must be looked at one by one to know whether they belong.
  private var isNarrowed: Bool {
    !query.limit.terms.isEmpty || viewer.isRater || query.group != nil
  }

  /// The size of the list where it can be read from sums; nil where units must be looked at.
  func sizeFromSums() throws -> Size? {
    guard !isNarrowed else { return nil }
    let seen = UnitStatus.allCases.filter { $0 != .escalated || viewer.seesEscalated }
    let condition = SQL("queued = 1 AND status IN \(seen.map(\.code))")
    let row = try Row.fetchOne(
      database,
      SQLRequest(
        literal: SQL(
          """
          SELECT coalesce(sum(units), 0), coalesce(sum(units * (due < \(query.now.milliseconds))), 0)
          FROM tally WHERE \(condition) AND route NOT IN \(viewer.closedRoutes)
          """)))
    return Size(total: row?[0] ?? 0, overdue: row?[1] ?? 0)
  }

  /// The statement behind `first`, open for looking at its plan.
  func walk<Found>(_ columns: SQL, first count: Int) -> SQLRequest<Found> {
    SQLRequest(
      literal: SQL(
        """
        SELECT \(columns) FROM unit u WHERE \(condition) ORDER BY \(order) LIMIT \(count)
        """))
  }

  private static func read(
    _ request: SQLRequest<Row>, _ database: Database, now: Instant
  ) throws -> List {
    var list = List()
    let cursor = try request.fetchCursor(database)
    while let row = try cursor.next() {
      list.units.append(row[0])
      let due: Int64 = row[1]
      if due < now.milliseconds { list.overdue += 1 }
    }
    return list
  }

  /// Of what goes beyond the queue, units in the queue come first.
  var order: SQL {
    isWidened && query.order != .item ? SQL("u.queued DESC, \(place)") : place
  }

  private var place: SQL {
    switch query.order {
    case .policy(.gain), .policy(.stratified): SQL("\(Self.gain(figures)) DESC, u.hash, u.id")
    case .policy(.lowestAgreement): SQL("coalesce(u.agreement, 2.0), u.hash, u.id")
    case .policy(.oldest): SQL("u.batch, u.hash, u.id")
    case .item: SQL("u.item_name, u.question_name, u.id")
    case .due: SQL("u.due, u.hash, u.id")
    }
  }

  /// The best of each leading value in turn, the values in an order drawn from the project's id.
  private func stratified(first count: Int?) throws -> List {
    guard isWidened else { return try stratified(first: count, SQL("1 = 1")) }
    var list = try stratified(first: count, SQL("u.queued = 1"))
    let rest = try stratified(first: count.map { $0 - list.units.count }, SQL("u.queued = 0"))
    list.units += rest.units
    list.overdue += rest.overdue
    return list
  }

  private func stratified(first count: Int?, _ part: SQL) throws -> List {
    let tail = count.map { SQL("LIMIT \($0)") } ?? SQL("")
    var strata: [List] = []
    for lead in try Strata.leads(database, widened: isWidened) {
      let request = SQLRequest<Row>(
        literal: SQL(
          """
          SELECT u.id, u.due FROM unit u WHERE \(condition) AND \(part) AND u.lead = \(lead)
          ORDER BY \(order) \(tail)
          """))
      strata.append(try Self.read(request, database, now: query.now))
    }
    var list = List()
    list.overdue = strata.reduce(0) { $0 + $1.overdue }
    let longest = strata.map(\.units.count).max() ?? 0
    for round in 0..<longest {
      if let count, list.units.count >= count { break }
      for stratum in strata where round < stratum.units.count {
        list.units.append(stratum.units[round])
      }
    }
    if let count { list.units = Array(list.units.prefix(count)) }
    return list
  }

  private static func numbers(
    of units: Set<UnitID>, _ database: Database
  ) throws -> [Int64] {
    guard !units.isEmpty else { return [] }
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM unit WHERE item_name = ? AND question_name = ?")
    return try units.sorted().compactMap { unit in
      try Int64.fetchOne(statement, arguments: [unit.item.text, unit.question.text])
    }
  }
}
