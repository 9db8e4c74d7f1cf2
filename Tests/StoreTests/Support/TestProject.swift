import Agreement
import Domain
import Foundation
import Ledger
import Store
import Testing

/// A project in a folder of its own, with a log and batches in memory.
final class TestProject {
  static let genesisTime = Instant(milliseconds: 1_700_000_000_000)

  let folder: URL
  let log = MemoryEventStore()
  let batches = MemoryBatches()
  let configurations: [String: ProjectConfiguration]
  private(set) var clock = TestProject.genesisTime
  private(set) var operations: UInt64 = 0
  private(set) var batchCount = 0

  init(configurations: [String: ProjectConfiguration] = [:]) throws {
    self.configurations = configurations
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String = "items.sqlite") -> String {
    folder.appendingPathComponent(name).path
  }

  func open(_ name: String = "items.sqlite", leases: LeaseStore? = nil) throws -> ProjectIndex {
    let configurations = configurations
    return try ProjectIndex(
      path: path(name), events: log,
      derivation: Derivation(batches: batches) { configurations[$0] }, leases: leases)
  }

  /// Writes an event to the log, and not to any index.
  @discardableResult
  func append(
    _ body: EventBody, by actor: MemberID = MemberID("lead"), after seconds: Int = 60
  ) throws -> Event {
    let result = try log.append([draft(body, by: actor, after: seconds)], expecting: log.head())
    guard case .appended(let events) = result, let event = events.first else {
      throw TestFailure(words: "the log did not append")
    }
    return event
  }

  func draft(_ body: EventBody, by actor: MemberID, after seconds: Int = 60) -> EventDraft {
    clock = Instant(milliseconds: clock.milliseconds + Int64(seconds) * 1000)
    operations += 1
    return EventDraft(
      operation: OperationID(high: 7, low: operations), at: clock, actor: actor, isSandbox: false,
      body: body)
  }

  /// Genesis, a lead and two adjudicators, one of whom is the annotator `a1`.
  func begin(configuration: String? = nil) throws {
    try append(
      .genesis(Genesis(project: OperationID(high: 1, low: 2), name: "test")))
    try append(.role(Member(id: MemberID("lead"), user: "u1", roles: [.lead, .adjudicator])))
    try append(.role(Member(id: MemberID("adj"), user: "u2", roles: [.adjudicator])))
    try append(
      .role(
        Member(
          id: MemberID("self"), user: "u3", roles: [.adjudicator],
          annotators: [AnnotatorID("a1")])))
    if let configuration { try configure(configuration) }
  }

  @discardableResult
  func configure(_ text: String) throws -> Event {
    try append(.config(ConfigurationChange(text: text, digest: .sha256(of: text))))
  }

  /// Puts a batch beside the log.
  func addBatch(_ records: [BatchRecord], policy: BatchPolicy = BatchPolicy()) -> Int {
    batchCount += 1
    batches.put(records, policy: policy, number: batchCount)
    return batchCount
  }

  func record(_ number: Int, _ counts: ImportCounts = ImportCounts()) -> ImportRecord {
    var record = ImportRecord(
      batch: number, source: "ratings.csv", bytes: 10, sha256: .sha256(of: "file \(number)"),
      importer: "csv", mapping: "{}", digest: .sha256(of: "batch \(number)"))
    counts.fill(&record)
    return record
  }

  /// The whole way of an import through an index; returns what it counted.
  @discardableResult
  func importBatch(
    _ records: [BatchRecord], policy: BatchPolicy = BatchPolicy(), into index: ProjectIndex
  ) throws -> ImportCounts {
    let number = addBatch(records, policy: policy)
    let at = Instant(milliseconds: clock.milliseconds + 60_000)
    var counted = ImportCounts()
    let event = try index.ingest(
      number, at: at, policy: policy, from: ArrayStream(records)
    ) { counts in
      counted = counts
      return try? append(.imported(record(number, counts)))
    }
    try #require(event != nil)
    return counted
  }

  /// An import that only the log knows.
  func importToLog(_ records: [BatchRecord], policy: BatchPolicy = BatchPolicy()) throws {
    let number = addBatch(records, policy: policy)
    try append(.imported(record(number)))
  }

  func state() -> ProjectState {
    var state = ProjectState()
    for event in log.read(from: 0, limit: .max) { state.evolve(event) }
    return state
  }

  /// By batch: the version it states, or that was in force when it came in. Ratings say that they were
  /// given later than that.
  func versions() -> [Int: Int] {
    var version = 0
    var versions: [Int: Int] = [:]
    for event in log.read(from: 0, limit: .max) {
      switch event.body {
      case .publish(let publication): version = publication.version
      case .imported(let record):
        versions[record.batch] = batches.policy(of: record).version ?? version
      default: break
      }
    }
    return versions
  }
}

struct TestFailure: Error {
  let words: String
}

/// A rating in one line.
func rating(
  _ item: String, _ annotator: String?, _ label: String, question: String = "label",
  ordinal: Int = 0, origin: Origin = .person, round: String? = nil, at: Instant? = nil,
  note: String? = nil, isFlagged: Bool = false
) -> BatchRecord {
  .rating(
    Rating(
      unit: UnitID(item: ItemID(item), question: QuestionID(question)),
      annotator: annotator.map { AnnotatorID($0) }, value: .label(LabelID(label)), origin: origin,
      round: round, at: at, note: note, isFlagged: isFlagged), ordinal: ordinal)
}

func item(
  _ id: String, _ text: String = "", slices: [Slice] = [], source: String? = nil
)
  -> BatchRecord
{
  .item(
    Item(
      id: ItemID(id), payload: text.isEmpty ? .none : .text(text), slices: slices, source: source))
}

/// Numbers ratings in file order.
func numbered(_ records: [BatchRecord]) -> [BatchRecord] {
  var ordinal = -1
  return records.map { record in
    guard case .rating(let rating, _) = record else { return record }
    ordinal += 1
    return .rating(rating, ordinal: ordinal)
  }
}

func unit(_ item: String, _ question: String = "label") -> UnitID {
  UnitID(item: ItemID(item), question: QuestionID(question))
}

func decision(
  _ unit: UnitID, _ outcome: Outcome, seat: Seat = .main, base: Int = -1, batch: Int = 1,
  cites: [ClauseID] = []
) -> EventBody {
  var decision = Decision(
    seatID: SeatID(unit: unit, seat: seat), base: base, batch: batch, outcome: outcome)
  decision.cites = cites
  return .decision(decision)
}
