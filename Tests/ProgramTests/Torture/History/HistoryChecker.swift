/// Holds a log against what its clients saw. It shares no code with the program.
///
/// The names of the invariants: I1 what was acknowledged is there once, what was refused is not, of what
/// nobody knows there is at most one; I2 every ruling builds on the one before it on its item; I3 what was
/// acknowledged before another began stands before it; I4 every reading is a beginning of the log, holds
/// all that was acknowledged before it, and a reader never goes back; I6 no gap (`LogBytes` checks links
/// and hashes); I12 nothing is in the log that nobody asked for.
struct HistoryChecker {
  struct Violation: CustomStringConvertible {
    let invariant: String
    let reason: String

    var description: String { "\(invariant): \(reason)" }
  }

  let events: [LogBytes.Event]
  /// Events that were there before the clients began.
  let initial: Int
  let history: History

  func violations() -> [Violation] {
    acknowledged() + bases() + order() + readings() + strangers()
  }

  private func acknowledged() -> [Violation] {
    var places: [String: [Int]] = [:]
    for event in events { places[event.op, default: []].append(event.seq) }
    return history.operations.compactMap { operation in
      let found = places[operation.op] ?? []
      let isRight =
        switch operation.outcome {
        case .ok(let seq): found == [seq]
        case .refused: found.isEmpty
        case .unknown: found.count <= 1
        }
      guard !isRight else { return nil }
      return Violation(
        invariant: "I1", reason: "\(operation.op) was \(operation.outcome), and stands at \(found)")
    }
  }

  private func bases() -> [Violation] {
    var standing: [String: (seq: Int, type: String, actor: String)] = [:]
    return events.compactMap { event in
      guard ["decision", "withdraw", "reopen"].contains(event.type),
        let item = event.members["item"]?.string, let seat = event.members["seat"]?.string
      else { return nil }
      let place = item + "\0" + seat
      let before = standing[place]
      defer { standing[place] = (event.seq, event.type, event.actor) }
      let base = event.members["base"]?.integer
      if base != before?.seq ?? -1 {
        return Violation(
          invariant: "I2",
          reason: "event \(event.seq) builds on \(base ?? -9), and \(before?.seq ?? -1) stood")
      }
      let isPossible =
        switch event.type {
        case "decision": before?.type != "decision"
        case "withdraw": before?.type == "decision" && before?.actor == event.actor
        default: before?.type == "decision"
        }
      return isPossible
        ? nil : Violation(invariant: "I2", reason: "event \(event.seq) cannot follow on its item")
    }
  }

  private func order() -> [Violation] {
    var places: [String: Int] = [:]
    for event in events { places[event.op] = event.seq }
    let placed = history.operations.compactMap { operation in
      places[operation.op].map { (operation: operation, seq: $0) }
    }
    let acknowledged = placed.compactMap { place -> (ended: UInt64, seq: Int)? in
      guard case .ok = place.operation.outcome, let ended = place.operation.ended else {
        return nil
      }
      return (ended, place.seq)
    }.sorted { $0.ended < $1.ended }
    var next = 0
    var highest = -1
    var violations: [Violation] = []
    for place in placed.sorted(by: { $0.operation.began < $1.operation.began }) {
      while next < acknowledged.count, acknowledged[next].ended < place.operation.began {
        highest = max(highest, acknowledged[next].seq)
        next += 1
      }
      guard place.seq < highest else { continue }
      violations.append(
        Violation(
          invariant: "I3",
          reason: "\(place.operation.op) at \(place.seq) began after \(highest) was acknowledged"))
    }
    return violations
  }

  private func readings() -> [Violation] {
    var seen: [Int: Int] = [:]
    let acknowledged = history.operations.compactMap { operation -> (ended: UInt64, seq: Int)? in
      guard case .ok(let seq) = operation.outcome, let ended = operation.ended else { return nil }
      return (ended, seq)
    }
    return history.readings.sorted { $0.began < $1.began }.flatMap { reading -> [Violation] in
      var found: [Violation] = []
      if reading.seq >= events.count || events[reading.seq].hash != reading.hash {
        found.append(Violation(invariant: "I4", reason: "\(reading.seq) was read and is not there"))
      }
      if let before = seen[reading.reader], before > reading.seq {
        found.append(
          Violation(invariant: "I4", reason: "\(reading.seq) was read after \(before)"))
      }
      let due = acknowledged.filter { $0.ended < reading.began }.map(\.seq).max() ?? -1
      if due > reading.seq {
        found.append(
          Violation(
            invariant: "I4", reason: "\(reading.seq) was read after \(due) was acknowledged"))
      }
      seen[reading.reader] = max(seen[reading.reader] ?? -1, reading.seq)
      return found
    }
  }

  private func strangers() -> [Violation] {
    let known = Set(history.operations.map(\.op))
    return events.dropFirst(initial).compactMap { event in
      // What the store records by itself: an attempt without the right, a tail that was cut off.
      if known.contains(event.op) || ["refused", "recovered"].contains(event.type) { return nil }
      return Violation(invariant: "I12", reason: "nobody asked for event \(event.seq)")
    }
  }
}
