import Agreement
import Domain
import GRDB
import Ledger

/// The models of annotators of all questions, and how far into the log they know the rulings.
struct QueueModels {
  /// Units times labels of all questions for which models are kept: about 70 bytes each.
  static let room = 1_200_000

  /// More rulings at once, and all units are looked at.
  private static let mostUnits = 256

  private(set) var figures: QueueFigures
  private var questions: [LearnedQuestion] = []
  /// Why a question has none.
  private var reasons: [QueueLearning.Reason] = []
  /// By row of a unit: its question and its place there.
  private var places: [Place?]

  private struct Place {
    let question: Int32
    let unit: Int32
  }

  /// Whether ratings came in, or rows were numbered anew: until a fit nothing is to be read.
  private(set) var isStale = false

  /// What events ask for.
  private enum Need {
    case nothing
    case units([UnitID])
    /// Rulings were put in doubt, or units sent: all are to be looked at.
    case standings
    /// Ratings came in, or mean something else.
    case votes
  }

  /// Fits models to all votes and rulings. O(sweeps × votes × labels).
  ///
  /// - Parameter earlier: what was known before other votes came.
  init(_ database: Database, _ settings: Settings, earlier: QueueModels?) throws {
    let schema = try Self.schema(database)
    let seq = try MetaTable.head(database).seq
    // A question has two labels at least. What is too large is not read at all.
    let units =
      try Int.fetchOne(database, sql: "SELECT count FROM counter WHERE name = 'units'") ?? 0
    guard 2 * units <= Self.room else {
      figures = QueueFigures([], seq: seq, schema: schema)
      figures.learning = .votes(.size)
      places = []
      return
    }
    let lines = try UnitLine.all(database)
    figures = QueueFigures(lines, seq: seq, schema: schema)
    places = Array(repeating: nil, count: figures.gain.count)
    let seed = SeededOrder.hash(try MetaTable.text(.project, database) ?? "")
    let kept = earlier?.figures.schema == schema ? earlier : nil
    var room = Self.room
    var start = 0
    while start < lines.count {
      let question = lines[start].question
      let end = lines[start...].firstIndex { $0.question != question } ?? lines.count
      let known = kept?.questions.first { $0.number == question }
      let outcome = try LearnedQuestion.fit(
        question, lines[start..<end], earlier: known, room: room, settings, seed: seed, database)
      switch outcome {
      case .learned(let learned):
        room -= learned.size
        add(learned)
      case .not(let reason): reasons.append(reason)
      }
      start = end
    }
    publish(Array(questions.indices))
  }

  /// A number that changes with every rebuild of the tables, which may count their rows otherwise.
  static func schema(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
  }

  private mutating func add(_ question: LearnedQuestion) {
    for (unit, row) in question.rows.enumerated() where row > 0 {
      places[Int(row)] = Place(question: Int32(questions.count), unit: Int32(unit))
    }
    questions.append(question)
  }

  private mutating func publish(_ changed: [Int]) {
    for number in changed { figures.take(questions[number]) }
    figures.learning = learning
  }

  /// Of several questions, that which has heard the most rulings speaks for all.
  private var learning: QueueLearning {
    var best: QueueLearning?
    for question in questions {
      switch (best, question.learning) {
      case (.models(_, let one)?, .models(_, let other)) where one >= other: break
      case (.models?, .waiting): break
      case (_, let learning): best = learning
      }
    }
    return best ?? .votes(reasons.first ?? .unfitted)
  }
}

// MARK: - Following the log

extension QueueModels {
  /// Takes in what happened since.
  ///
  /// - Returns: what that changed elsewhere; nil where models are to be fitted anew.
  mutating func follow(_ events: any EventStore, _ database: Database) throws -> QueueEffect? {
    let effect = try followed(events, database)
    isStale = effect == nil
    return effect
  }

  /// Whether they know all that the tables do.
  func isCurrent(_ database: Database) throws -> Bool {
    guard !isStale, try Self.schema(database) == figures.schema else { return false }
    return try MetaTable.head(database).seq == figures.seq
  }

  private mutating func followed(
    _ events: any EventStore, _ database: Database
  ) throws -> QueueEffect? {
    guard try Self.schema(database) == figures.schema else { return nil }
    let head = try MetaTable.head(database).seq
    guard head > figures.seq else { return QueueEffect() }
    var effect: QueueEffect? = QueueEffect()
    do {
      switch try Self.need(from: figures.seq + 1, to: head, events) {
      case .nothing: break
      case .units(let units): effect = try take(units, database)
      case .standings where figures.isOfAll: effect = try takeAll(database)
      case .standings: break
      case .votes: return nil
      }
    } catch is LearnedQuestion.UnknownValue {
      return nil
    }
    figures.seq = head
    if figures.isOfAll { figures.learning = learning }
    figures.isSweepDue = isSweepDue
    return effect
  }

  private static func need(from first: Int, to last: Int, _ events: any EventStore) throws -> Need {
    var units: [UnitID] = []
    var needsAll = false
    var next = first
    while next <= last {
      let block = try events.read(from: next, limit: min(1024, last - next + 1))
      guard !block.isEmpty else { return .votes }
      for event in block {
        switch event.body {
        case .decision(let decision): units.append(decision.seatID.unit)
        case .withdraw(let body), .reopen(let body): units.append(body.seatID.unit)
        case .flag(let remark): units.append(remark.unit)
        case .comment, .clause, .guideline, .gold, .calibrate, .role, .refused, .recovered: break
        case .imported, .config, .migrate, .genesis: return .votes
        default: needsAll = true
        }
      }
      next += block.count
    }
    if needsAll || units.count > Self.mostUnits { return .standings }
    return units.isEmpty ? .nothing : .units(units)
  }

  /// Each unit as it stands now; those of a question in one step.
  private mutating func take(_ units: [UnitID], _ database: Database) throws -> QueueEffect {
    var changed: [Int: [(unit: Int, line: UnitLine)]] = [:]
    for unit in Set(units).sorted() {
      guard let line = try UnitLine.of(unit, database) else { continue }
      figures.take(line)
      guard places.indices.contains(Int(line.id)), let place = places[Int(line.id)] else {
        continue
      }
      changed[Int(place.question), default: []].append((Int(place.unit), line))
    }
    var effect = QueueEffect()
    for (number, lines) in changed.sorted(by: { $0.key < $1.key }) {
      try questions[number].take(lines, database)
      effect.moved += questions[number].model.effect.moved
      effect.turned += try turned(questions[number], database)
      figures.take(questions[number])
    }
    effect.turned.sort { $0.unit < $1.unit }
    return effect
  }

  private mutating func takeAll(_ database: Database) throws -> QueueEffect {
    let lines = try UnitLine.all(database)
    for line in lines { figures.take(line) }
    var effect = QueueEffect()
    var start = 0
    while start < lines.count {
      let question = lines[start].question
      let end = lines[start...].firstIndex { $0.question != question } ?? lines.count
      if let number = questions.firstIndex(where: { $0.number == question }) {
        try questions[number].take(lines[start..<end], database)
        effect.moved += questions[number].model.effect.moved
        effect.turned += try turned(questions[number], database)
      }
      start = end
    }
    for question in questions { figures.take(question) }
    effect.turned.sort { $0.unit < $1.unit }
    return effect
  }

  private func turned(
    _ question: LearnedQuestion, _ database: Database
  ) throws -> [QueueEffect.Turn] {
    let statement = try database.cachedStatement(
      // What an audit waits for is ruled without a word of what would be released.
      sql: """
        SELECT u.item_name, u.question_name FROM unit u
        WHERE u.id = ? AND NOT (\(AuditTable.waits))
        """)
    return try question.model.effect.turned.compactMap { turn in
      try Row.fetchOne(statement, arguments: [question.rows[turn.unit]]).map { row in
        QueueEffect.Turn(
          unit: UnitID(item: ItemID(row[0]), question: QuestionID(row[1])),
          from: question.value(turn.from), to: question.value(turn.to))
      }
    }
  }

  /// Whether sums are due to be made anew.
  var isSweepDue: Bool { questions.contains { $0.model.isSweepDue } }

  mutating func sweep() {
    for number in questions.indices where questions[number].model.isSweepDue {
      questions[number].sweep()
      figures.take(questions[number])
    }
    figures.isSweepDue = false
  }
}

// MARK: - Reading

extension QueueModels {
  func reason(_ row: Int64) -> QueueReason? {
    place(row).flatMap { questions[Int($0.question)].reason(Int($0.unit)) }
  }

  /// What further rulings would bring; nil where there are no models. O(units log units).
  func outlook(at steps: [Int]?, reaching bound: Double?) -> ReleaseOutlook? {
    guard !questions.isEmpty else { return nil }
    var evidence = ForecastEvidence()
    for question in questions { evidence.add(question.model.forecastEvidence()) }
    let forecast = ReleaseForecast(evidence)
    let steps = steps ?? ReleaseOutlook.steps(waiting: forecast.waiting)
    return ReleaseOutlook(
      units: forecast.units, waiting: forecast.waiting, factor: forecast.factor,
      points: steps.compactMap { forecast.point(after: $0) }.map { point in
        ReleaseOutlook.Point(
          rulings: point.rulings, accuracy: point.accuracy, low: point.band.lower,
          high: point.band.upper)
      }, needed: bound.flatMap { forecast.rulings(toReach: $0) })
  }

  func released(_ row: Int64, withShares: Bool) -> ModelledValue? {
    place(row).flatMap {
      questions[Int($0.question)].released(Int($0.unit), withShares: withShares)
    }
  }

  private func place(_ row: Int64) -> Place? {
    places.indices.contains(Int(row)) ? places[Int(row)] : nil
  }
}
