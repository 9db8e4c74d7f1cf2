import Agreement
import Domain
import Store

/// The tables' rules told once more, slowly and from the batches alone: what is in force, what is voted,
/// and what follows from it.
struct PlainModel {
  struct Entry: Hashable {
    let reference: RatingReference
    let rating: Rating
  }

  let configuration: ProjectConfiguration
  private(set) var inForce: [UnitID: [Entry]] = [:]
  /// Every vote that was ever given under a question.
  private(set) var values: [QuestionID: Set<Value>] = [:]

  /// - Parameter imports: how many of the first imports are looked at.
  init(_ project: TestProject, imports: Int = .max) {
    let state = project.state()
    configuration =
      state.configuration.flatMap { project.configurations[$0.text] }
      ?? ProjectConfiguration(name: "")
    for record in state.imports.prefix(imports) {
      take(project.batches.records(record.batch), record, project.batches.policy(of: record))
    }
  }

  private mutating func take(
    _ records: [BatchRecord], _ record: ImportRecord, _ policy: BatchPolicy
  ) {
    var coming: [UnitID: [Entry]] = [:]
    for case .rating(let rating, let ordinal) in records {
      let alias = configuration.aliases.first { $0.written == rating.annotator }
      let named = Rating(
        unit: rating.unit, annotator: alias?.alias ?? rating.annotator, value: rating.value,
        origin: rating.origin, round: rating.round, at: rating.at, note: rating.note,
        isFlagged: rating.isFlagged)
      let reference = RatingReference(batch: record.batch, ordinal: ordinal)
      coming[rating.unit, default: []].append(Entry(reference: reference, rating: named))
      guard rating.origin == .person, rating.value != .abstained else { continue }
      values[rating.unit.question, default: []].insert(rating.value)
    }
    for (unit, entries) in coming { merge(entries, into: unit, policy) }
    guard policy.extent == .everything, !records.isEmpty else { return }
    let origins = Set(coming.values.joined().map(\.rating.origin))
    for unit in inForce.keys {
      inForce[unit]?.removeAll {
        $0.reference.batch < record.batch && origins.contains($0.rating.origin)
      }
    }
  }

  private mutating func merge(_ entries: [Entry], into unit: UnitID, _ policy: BatchPolicy) {
    for entry in entries.sorted(by: { $0.reference.ordinal < $1.reference.ordinal }) {
      let rivals = (inForce[unit] ?? []).filter { Self.samePlace($0, entry) }
      let isAnonymous = entry.rating.annotator == nil
      let earlier = rivals.filter { $0.reference.batch < entry.reference.batch }
      inForce[unit, default: []].removeAll { earlier.contains($0) }
      let fellow = rivals.first { $0.reference.batch == entry.reference.batch }
      if isAnonymous || fellow == nil {
        inForce[unit, default: []].append(entry)
      } else if policy.repeats == .last {
        inForce[unit, default: []].removeAll { $0 == fellow }
        inForce[unit, default: []].append(entry)
      }
    }
  }

  private static func samePlace(_ left: Entry, _ right: Entry) -> Bool {
    left.rating.annotator == right.rating.annotator && left.rating.origin == right.rating.origin
      && left.rating.round == right.rating.round
  }

  /// Of each person the last round's value.
  func votes(_ unit: UnitID) -> [Rating] {
    let people = (inForce[unit] ?? []).map(\.rating).filter { $0.origin == .person }
    return people.filter { rating in
      guard let annotator = rating.annotator else { return rating.value != .abstained }
      let rounds = people.filter { $0.annotator == annotator }.map { Int($0.round ?? "") ?? -1 }
      return rating.value != .abstained && (Int(rating.round ?? "") ?? -1) == rounds.max()
    }
  }

  /// Votes by value, in no order.
  func counts(_ unit: UnitID) -> [Value: Int] {
    votes(unit).reduce(into: [:]) { $0[$1.value, default: 0] += 1 }
  }

  func gain(_ groups: [VoteGroup], _ question: QuestionID) -> ExpectedGain {
    let isLabel = groups.first?.value.kind == .label
    let admissible =
      isLabel && !configuration.labels.isEmpty
      ? configuration.labels.count : values[question]?.count ?? 0
    return ExpectedGain(
      votes: groups.map { .init(votes: $0.votes, cost: cost($0.value)) }, admissible: admissible)
  }

  private func cost(_ value: Value) -> Double {
    guard case .label(let label) = value, let tier = configuration.label(label)?.tier else {
      return 1
    }
    return configuration.tier(tier)?.cost.double ?? 1
  }
}
