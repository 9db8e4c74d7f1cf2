import Agreement
import Domain
import GRDB

/// The models of annotators of one question, with the units of the tables that they speak of.
struct LearnedQuestion {
  /// A ruling of a value that the models have no class for: they are to be fitted anew.
  struct UnknownValue: Error {}

  /// More different values are no confusion matrix.
  private static let mostValues = 64

  /// The number of the question.
  let number: Int64
  private(set) var model: AnnotatorModel
  /// By unit of the model: its row; 0 for one that has none.
  let rows: [Int64]
  /// By unit of the model, ascending.
  private let items: [Int64]
  let annotators: Int
  private let values: [Value]
  private let people: [AnnotatorID]
  private let costs: ReleaseCosts
  private let codes: [Value: Int32]
  /// By the number of a value.
  private var codesByNumber: [Int64: Int32] = [:]

  enum Outcome {
    case learned(LearnedQuestion)
    case not(QueueLearning.Reason)
  }

  /// Fits the models of a question to its votes and rulings.
  ///
  /// - Parameters:
  ///   - lines: The units of the question, by item.
  ///   - earlier: What was known before other votes came.
  static func fit(
    _ question: Int64, _ lines: ArraySlice<UnitLine>, earlier: LearnedQuestion?, room: Int,
    _ settings: Settings, seed: UInt64, _ database: Database
  ) throws -> Outcome {
    var reader = try VoteColumnReader(database, settings: settings, question: question)
    guard try reader.walk(while: { true }) else { return .not(.unfitted) }
    let columns = try reader.columns()
    if let reason = reason(against: columns, room: room) { return .not(reason) }
    return .learned(
      try LearnedQuestion(
        question, columns, items: reader.items, lines, earlier: earlier, settings, seed: seed,
        database))
  }

  private static func reason(
    against columns: VoteColumns, room: Int
  ) -> QueueLearning.Reason? {
    let votes = columns.votes
    guard columns.values.count <= mostValues,
      columns.values.allSatisfy({ isClass($0) && isPlaced($0) })
    else {
      return .values
    }
    let named = votes.annotators.count { $0 != UnitRating.unknownAnnotator }
    guard columns.people.count > 1, named > 0, 2 * named >= votes.count else { return .unnamed }
    return votes.unitCount * max(2, columns.values.count) > room ? .size : nil
  }

  /// Whether every place on a scale is one that can be told from others.
  private static func isPlaced(_ value: Value) -> Bool {
    guard case .number(let number) = value else { return true }
    return number.double.magnitude < 1e150
  }

  private static func isClass(_ value: Value) -> Bool {
    switch value.kind {
    case .label, .labels, .number: true
    default: false
    }
  }

  private init(
    _ number: Int64, _ columns: VoteColumns, items: [Int64], _ lines: ArraySlice<UnitLine>,
    earlier: LearnedQuestion?, _ settings: Settings, seed: UInt64, _ database: Database
  ) throws {
    self.number = number
    values = columns.values
    people = columns.people
    annotators = columns.people.count
    var codes: [Value: Int32] = [:]
    for (code, value) in columns.values.enumerated() { codes[value] = Int32(code) }
    self.codes = codes
    costs = Self.costs(columns.values, settings)
    self.items = items
    var rows = Array(repeating: Int64(0), count: items.count)
    var keys = Array(repeating: UInt64(0), count: items.count)
    Self.forEachUnit(items, lines) { unit, line in
      rows[unit] = line.id
      keys[unit] = UInt64(bitPattern: line.hash)
    }
    self.rows = rows
    var numbers: [Int64: Int32] = [:]
    let standings = try Self.standings(lines, items, &numbers, codes, database)
    codesByNumber = numbers
    let options = AnnotatorModelOptions(seed: seed, costs: costs)
    if let earlier, earlier.values == values, earlier.costs == costs {
      var places: [Int64: Int] = [:]
      for (place, row) in earlier.rows.enumerated() where row > 0 { places[row] = place }
      var model = earlier.model
      model.take(votes: columns.votes, keys: keys, units: rows.map { places[$0] })
      if Self.missing(standings, model) == nil {
        model.set(standings)
        self.model = model
        return
      }
    }
    model = AnnotatorModel(
      votes: columns.votes, keys: keys, standings: standings, options: options)
  }

  /// A ruled label that the models have no class for.
  private static func missing(_ changes: [UnitRuling], _ model: AnnotatorModel) -> Int32? {
    for case .ruled(let code) in changes.lazy.map(\.standing) where !model.hasClass(code) {
      return code
    }
    return nil
  }

  /// What a wrong value costs: by the tier of the true one, on a scale how far it is off.
  private static func costs(_ values: [Value], _ settings: Settings) -> ReleaseCosts {
    let votes = values.map {
      settings.voteValue(id: 0, value: $0, content: Canonical.text($0.canonical))
    }
    let numbers = votes.compactMap(\.number)
    if numbers.count == votes.count { return .distance(shared(numbers)) }
    if settings.scale == .ordinal { return .distance(shared(votes.indices.map(Double.init))) }
    return .byTruth(votes.map(\.cost))
  }

  /// Places on a scale, the farthest two of which are 1 apart.
  private static func shared(_ places: [Double]) -> [Double] {
    let reach = (places.max() ?? 0) - (places.min() ?? 0)
    return reach > 0 ? places.map { $0 / reach } : places
  }

  private static func standing(
    of line: UnitLine, _ numbers: inout [Int64: Int32], _ codes: [Value: Int32],
    _ database: Database
  ) throws -> UnitStanding {
    guard line.settled >= 0 else { return .open }
    if line.isDoubted { return .doubted }
    guard line.ruled > 0 else { return .outside }
    if let code = numbers[line.ruled] { return .ruled(code) }
    let content = try String.fetchOne(
      database.cachedStatement(sql: "SELECT content FROM value WHERE id = ?"),
      arguments: [line.ruled])
    guard let code = content.flatMap({ StoredText.value($0) }).flatMap({ codes[$0] }) else {
      throw UnknownValue()
    }
    numbers[line.ruled] = code
    return .ruled(code)
  }

  /// What holds of each unit, those that were ruled on in the order of their rulings.
  private static func standings(
    _ lines: ArraySlice<UnitLine>, _ items: [Int64], _ numbers: inout [Int64: Int32],
    _ codes: [Value: Int32], _ database: Database
  ) throws -> [UnitRuling] {
    var found: [(settled: Int64, change: UnitRuling)] = []
    try forEachUnit(items, lines) { unit, line in
      let standing = try standing(of: line, &numbers, codes, database)
      found.append((line.settled, UnitRuling(unit: unit, standing: standing)))
    }
    return found.sorted { ($0.settled, $0.change.unit) < ($1.settled, $1.change.unit) }
      .map(\.change)
  }

  /// Both stand in the order of the items.
  private static func forEachUnit(
    _ items: [Int64], _ lines: ArraySlice<UnitLine>, _ body: (Int, UnitLine) throws -> Void
  ) rethrows {
    var unit = 0
    for line in lines {
      while unit < items.count, items[unit] < line.item { unit += 1 }
      guard unit < items.count else { return }
      if items[unit] == line.item { try body(unit, line) }
    }
  }

  /// Takes in how all units of the question stand now.
  mutating func take(_ lines: ArraySlice<UnitLine>, _ database: Database) throws {
    try set(try Self.standings(lines, items, &codesByNumber, codes, database))
  }

  private mutating func set(_ changes: [UnitRuling]) throws {
    // One more class is no step: that is a fit, and not for the thread that waits for this.
    if Self.missing(changes, model) != nil { throw UnknownValue() }
    model.set(changes)
  }

  /// Takes in how some units stand now, in one step.
  mutating func take(_ lines: [(unit: Int, line: UnitLine)], _ database: Database) throws {
    var changes: [(settled: Int64, change: UnitRuling)] = []
    for (unit, line) in lines {
      let standing = try Self.standing(of: line, &codesByNumber, codes, database)
      changes.append((line.settled, UnitRuling(unit: unit, standing: standing)))
    }
    try set(changes.sorted { $0.settled < $1.settled }.map(\.change))
  }

  /// All sums anew; see `AnnotatorModel.sweep`.
  mutating func sweep() {
    model.sweep()
  }
}

extension LearnedQuestion {
  /// Units times labels.
  var size: Int { rows.count * max(2, values.count) }

  func value(_ code: Int32) -> Value { values[Int(code)] }

  var learning: QueueLearning {
    switch model.trust {
    case .trusted: .models(annotators: annotators, rulings: model.ruledCount)
    case .notYet(let doubt): .waiting(rulings: doubt.rulingsMissing)
    }
  }

  /// nil for a unit that does not wait: what is ruled goes out for that.
  func reason(_ unit: Int) -> QueueReason? {
    guard model.isWaiting(unit) else { return nil }
    let explanation = model.explanation(of: unit)
    return QueueReason(
      released: value(explanation.label), rival: explanation.rival.map { value($0) },
      wrong: explanation.wrong, votesWrong: explanation.votesWrong, cost: explanation.cost,
      gain: explanation.gain,
      votes: explanation.votes.map { vote in
        QueueReason.Vote(
          annotator: vote.annotator == UnitRating.unknownAnnotator
            ? nil : people[Int(vote.annotator)],
          value: value(vote.label), rate: vote.rate, evidence: vote.evidence, weight: vote.weight,
          factor: vote.factor)
      }, rest: explanation.rest, restFactor: explanation.restFactor, learning: learning)
  }

  /// What goes out for a unit that nobody ruled on; nil for one that is ruled.
  func released(_ unit: Int, withShares: Bool) -> ModelledValue? {
    guard let released = model.released(unit) else { return nil }
    let source: ModelledValue.Source
    switch released.source {
    case .ruling: return nil
    case .majority: source = .majority
    case .model: source = .model
    case .single: source = .single
    }
    var shares: [ModelledValue.Share] = []
    if withShares {
      shares = model.probabilities(of: unit).enumerated()
        .filter { $0.element >= Self.leastShare }
        .map { ModelledValue.Share(value: values[$0.offset], probability: $0.element) }
        .sorted { $0.probability > $1.probability }
    }
    return ModelledValue(
      value: value(released.label), probability: released.probability, source: source,
      shares: shares)
  }

  /// Half of the last of six places.
  private static let leastShare = 0.000_000_5
}
