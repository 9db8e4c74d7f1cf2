import Agreement
import Domain
import Store

/// Goes over the ratings unit by unit and annotator by annotator, and keeps what counts.
struct VoteAssembly {
  private let collection: RatingCollection
  private let codes: VoteCodes

  private var offsets = [0]
  private var annotators: [Int32] = []
  private var labels: [Int32] = []
  private var times: [Int64] = []
  private var durations: [Int64] = []
  private(set) var batches: [Int32] = []
  private(set) var versions: [Int32] = []
  private(set) var rounds: [Int32] = []
  private(set) var abstentions: [Int]
  private(set) var repeats: [OwnRepeat] = []
  private(set) var dropped = 0
  private(set) var gold: [Int32]
  private(set) var modelVotes: [QuestionVotes.ModelVote] = []

  init(_ collection: RatingCollection, _ codes: VoteCodes) {
    self.collection = collection
    self.codes = codes
    abstentions = Array(repeating: 0, count: codes.people.order.count)
    gold = Array(repeating: QuestionVotes.none, count: codes.items.order.count)
  }

  var table: VoteTable {
    VoteTable(
      offsets: offsets, annotators: annotators, labels: labels,
      annotatorCount: codes.people.order.count, labelCount: codes.values.count,
      times: times.contains { $0 != VoteTable.noTime } ? times : [],
      durations: durations.contains { $0 >= 0 } ? durations : [])
  }

  mutating func run() {
    let byItem = linesByItem()
    for (unit, item) in codes.items.order.enumerated() {
      let lines = byItem.lines[byItem.offsets[item]..<byItem.offsets[item + 1]]
      take(lines.map { collection.lines[Int($0)] }, unit: unit)
      if let mark = collection.marks[Int32(item)] { gold[unit] = codes.label(mark) }
      offsets.append(labels.count)
    }
    modelVotes.sort {
      ($0.unit, $0.model, $0.label, $0.confidence ?? -1)
        < ($1.unit, $1.model, $1.label, $1.confidence ?? -1)
    }
  }

  /// A counting sort: the lines of an item keep their order.
  private func linesByItem() -> (lines: [Int32], offsets: [Int]) {
    var offsets = Array(repeating: 0, count: collection.items.count + 1)
    for line in collection.lines { offsets[Int(line.item) + 1] += 1 }
    for item in collection.items.indices { offsets[item + 1] += offsets[item] }
    var places = offsets
    var lines = [Int32](repeating: 0, count: collection.lines.count)
    for (index, line) in collection.lines.enumerated() {
      lines[places[Int(line.item)]] = Int32(index)
      places[Int(line.item)] += 1
    }
    return (lines, offsets)
  }

  private mutating func take(_ lines: [RatingCollection.Line], unit: Int) {
    var named: [(annotator: Int32, place: Int)] = []
    var anonymous: [RatingCollection.Line] = []
    for (place, line) in lines.enumerated() {
      switch line.origin {
      case .gold where line.isInForce: gold[unit] = codes.label(line)
      case .gold, .trial: break
      case .model: takeModel(line, unit: unit)
      case .person where line.annotator >= 0:
        named.append((codes.people(line.annotator), place))
      case .person where line.isInForce && line.value >= 0: anonymous.append(line)
      case .person: break
      }
    }
    named.sort { ($0.annotator, $0.place) < ($1.annotator, $1.place) }
    var start = 0
    while start < named.count {
      var end = start + 1
      while end < named.count, named[end].annotator == named[start].annotator { end += 1 }
      takePerson(
        named[start..<end].map { lines[$0.place] }, annotator: named[start].annotator, unit: unit)
      start = end
    }
    // Nobody knows who they are, so what they say is all there is to order them by.
    let keyed = anonymous.map { (codes.label($0), $0.at ?? .min, $0.milliseconds ?? -1, $0) }
    for entry in keyed.sorted(by: { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }) {
      append(entry.3, annotator: UnitRating.unknownAnnotator)
    }
  }

  private mutating func takeModel(_ line: RatingCollection.Line, unit: Int) {
    guard line.isInForce, line.value >= 0, line.annotator >= 0 else { return }
    modelVotes.append(
      QuestionVotes.ModelVote(
        unit: unit, model: Int(codes.models(line.annotator)), label: codes.label(line),
        confidence: line.confidence))
  }

  /// All lines of one annotator in one unit, in batch and file order.
  private mutating func takePerson(
    _ lines: [RatingCollection.Line], annotator: Int32, unit: Int
  ) {
    var standing: RatingCollection.Line?
    for line in lines where line.isInForce {
      if let other = standing, !collection.round(other.round, precedes: line.round) { continue }
      standing = line
    }
    if let standing {
      if standing.value < 0 {
        abstentions[Int(annotator)] += 1
      } else {
        append(standing, annotator: annotator)
      }
    }
    if lines.count > 1 { takeRepeats(lines, annotator: annotator, unit: unit) }
  }

  private mutating func append(_ line: RatingCollection.Line, annotator: Int32) {
    annotators.append(annotator)
    labels.append(codes.label(line))
    times.append(line.at ?? VoteTable.noTime)
    durations.append(line.milliseconds ?? -1)
    batches.append(line.batch)
    versions.append(line.version)
    rounds.append(codes.rounds(line.round))
  }

  /// Every two ratings of a unit in one round are a pair of repeats.
  private mutating func takeRepeats(
    _ lines: [RatingCollection.Line], annotator: Int32, unit: Int
  ) {
    for round in Set(lines.map(\.round)).sorted(by: { codes.rounds($0) < codes.rounds($1) }) {
      let given = Self.given(lines.filter { $0.round == round && $0.value >= 0 })
        .map { codes.label($0) }
      dropped += max(0, given.count - 1)
      for later in given.indices {
        for earlier in 0..<later {
          repeats.append(
            OwnRepeat(
              unit: unit, annotator: annotator, earlier: given[earlier], later: given[later]))
        }
      }
    }
  }

  /// The ratings that were really given, from the earliest to the latest.
  ///
  /// An export that is taken in again brings old ratings with it: what a later batch says of the same
  /// moment, or without any moment, replaces what was there and repeats nothing.
  private static func given(_ lines: [RatingCollection.Line]) -> [RatingCollection.Line] {
    var given: [RatingCollection.Line] = []
    for batch in Set(lines.map(\.batch)).sorted() {
      let coming = lines.filter { $0.batch == batch }
      let areTimed = !(given + coming).contains { $0.at == nil }
      given = areTimed ? given.filter { old in !coming.contains { $0.at == old.at } } : []
      given += coming
    }
    guard !given.contains(where: { $0.at == nil }) else { return given }
    return given.enumerated()
      .sorted { ($0.element.at ?? 0, $0.offset) < ($1.element.at ?? 0, $1.offset) }
      .map(\.element)
  }
}
