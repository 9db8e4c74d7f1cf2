import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// Many at once on one folder, while somebody kills and stops their programs.
@Suite struct HistoryTortureTests {
  private static let clients = Torture.isWhole || Torture.factor > 1 ? 8 : 4
  private static let operations = Torture.isWhole ? 10_000 : 150 * Torture.factor
  private static let kills = Torture.isWhole ? 1000 : 12 * Torture.factor

  @Test func `what many clients see is what the log holds, whoever is killed`() throws {
    let project = try TortureProject()
    let place = project.place
    for client in 0..<Self.clients {
      try place.run("-C", "project", "member", "add", "c\(client)", "--role", "lead,adjudicator")
        .expect(0)
    }
    let path = place["project/log/events.jsonl"]
    let initial = try LogBytes(at: path).events.count
    let clients = (0..<Self.clients).map {
      Client(
        number: $0, count: Self.operations, items: Array(project.items.prefix(8)), place: place)
    }
    let readings = try work(clients, in: place)

    let history = History(operations: clients.flatMap(\.history), readings: readings)
    let log = try LogBytes(at: path)
    let checker = HistoryChecker(events: log.events, initial: initial, history: history)
    #expect(checker.violations().prefix(5).map(\.description) == [])
    #expect(history.operations.count == Self.clients * Self.operations)
    let saved = history.operations.count { $0.outcome.isOk }
    let refused = history.operations.count { $0.outcome == .refused }
    let killed = clients.map(\.kills).reduce(0, +)
    print(
      "\(history.operations.count) operations: \(saved) acknowledged, \(refused) refused; "
        + "\(killed) kills, \(readings.count) readings, \(log.events.count) events")
    #expect(saved > history.operations.count / 10 && refused > 0)
    #expect(killed > Self.kills / 2)
    #expect(readings.count > 2)
    try expectTables(place, log)
  }

  /// Lets every client work on a thread of its own, while others kill and read.
  private func work(_ clients: [Client], in place: Workplace) throws -> [History.Reading] {
    struct Progress {
      var finished = 0
      var failures: [String] = []
    }
    let progress = Mutex(Progress())
    let readings = Mutex<[History.Reading]>([])
    let group = DispatchGroup()
    let queue = DispatchQueue(label: "clients", attributes: .concurrent)
    let isOver = { @Sendable in progress.withLock { $0.finished == clients.count } }
    for client in clients {
      queue.async(group: group) {
        let outcome = Result { try client.run() }
        progress.withLock {
          $0.finished += 1
          if case .failure(let error) = outcome { $0.failures.append("\(error)") }
        }
      }
    }
    let reader = Reader(number: 0, place: place)
    queue.async(group: group) {
      while !isOver() {
        guard let reading = try? reader.read() else { continue }
        readings.withLock { $0.append(reading) }
      }
    }
    Nemesis(
      clients: clients, kills: Self.kills, operations: Self.clients * Self.operations
    ).run(until: isOver)
    group.wait()
    #expect(progress.withLock { $0.failures } == [])
    return readings.withLock { $0 }
  }

  /// I5 and I8: the tables are the replay, and no item is lost or there twice.
  private func expectTables(_ place: Workplace, _ log: LogBytes) throws {
    try place.run("-C", "project", "log", "verify").expect(0)
    let doctor = try place.run("-C", "project", "doctor", "--json").expect(0).json()
    #expect(doctor["good"]?.boolean == true)
    let stands = try place.run("-C", "project", "doctor", "--dump").expect(0)
    let rebuilt = try place.run("-C", "project", "doctor", "--rebuild", "--dump").expect(0)
    #expect(stands.output == rebuilt.output)
    var standing: [String: String] = [:]
    for event in log.events where event.members["seat"] != nil {
      standing[event.members["item"]?.string ?? ""] = event.type
    }
    let ruled = standing.values.count { $0 == "decision" }
    let open = try place.run("-C", "project", "queue", "--json", "-n", "1", as: "c0").expect(0)
      .json()["total"]?.integer
    #expect(open == TortureProject.size - ruled)
  }

  @Test(arguments: BrokenStore.Flaw.allCases)
  func `a store with a flaw is rejected, and one without is not`(
    flaw: BrokenStore.Flaw
  ) throws {
    var rejected = 0
    for seed in 0..<20 {
      var store = BrokenStore(flaw, seed: UInt64(seed))
      let found = try store.run().violations()
      if flaw == .none { #expect(found.prefix(3).map(\.description) == []) }
      if !found.isEmpty { rejected += 1 }
    }
    #expect(rejected == (flaw == .none ? 0 : 20), "\(flaw) was rejected \(rejected) times of 20")
  }
}
