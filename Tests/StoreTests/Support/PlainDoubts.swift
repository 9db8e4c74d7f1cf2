import Domain
import Ledger

/// Which rulings new ratings put in doubt, told once more: at every import the votes before are held
/// against those after, with names as they are understood at the end.
struct PlainDoubts {
  /// Of the rulings that stand at main seats.
  private(set) var newRatings: [UnitID: [NewRatings]] = [:]

  init(_ project: TestProject) {
    var standing: Set<UnitID> = []
    var imports = 0
    var model = PlainModel(project, imports: 0)
    for event in project.log.read(from: 0, limit: .max) {
      switch event.body {
      case .decision(let decision) where decision.seatID.seat == .main:
        let unit = decision.seatID.unit
        newRatings[unit] = nil
        standing.remove(unit)
        if decision.outcome != .escalated { standing.insert(unit) }
      case .withdraw(let body) where body.seatID.seat == .main,
        .reopen(let body) where body.seatID.seat == .main:
        newRatings[body.seatID.unit] = nil
        standing.remove(body.seatID.unit)
      case .imported(let record):
        imports += 1
        let next = PlainModel(project, imports: imports)
        for unit in standing {
          let votes = Self.differences(model.votes(unit), next.votes(unit))
          guard votes > 0 else { continue }
          newRatings[unit, default: []].append(NewRatings(batch: record.batch, votes: votes))
        }
        model = next
      default: break
      }
    }
  }

  /// People whose vote is another, and of the votes of nobody known as many as had to be replaced.
  private static func differences(_ before: [Rating], _ after: [Rating]) -> Int {
    let people = Set((before + after).compactMap(\.annotator))
    let differing = people.filter { person in
      before.first { $0.annotator == person }?.value
        != after.first { $0.annotator == person }?.value
    }
    var gone = before.filter { $0.annotator == nil }.map(\.value)
    var added = after.filter { $0.annotator == nil }.map(\.value)
    for value in added {
      guard let place = gone.firstIndex(of: value), let other = added.firstIndex(of: value) else {
        continue
      }
      gone.remove(at: place)
      added.remove(at: other)
    }
    return differing.count + max(gone.count, added.count)
  }
}
