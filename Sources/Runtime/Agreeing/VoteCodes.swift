import Agreement
import Domain
import Store

/// Old numbers beside new ones.
struct Renumbering {
  /// By new number: the old one.
  let order: [Int]
  /// By old number: the new one; −1 for what has none.
  let places: [Int32]

  init(_ order: [Int], of count: Int) {
    self.order = order
    var places = [Int32](repeating: -1, count: count)
    for (place, old) in order.enumerated() { places[old] = Int32(place) }
    self.places = places
  }

  /// The new number of an old one that may be missing.
  func callAsFunction(_ old: Int32) -> Int32 {
    old < 0 ? -1 : places[Int(old)]
  }
}

/// Numbers that depend on names alone.
struct VoteCodes {
  let items: Renumbering
  let people: Renumbering
  let models: Renumbering
  let rounds: Renumbering
  /// Declared labels in their order, then numbers by size, then everything else by its bytes.
  let values: [Value]
  /// By number of a value in the collection: its label code.
  private let labels: [Int32]
  private let codes: [Value: Int32]

  init(_ collection: RatingCollection, declared: [LabelID]) {
    items = Renumbering(Self.sorted(collection.items), of: collection.items.count)
    let everyone = Self.sorted(collection.annotators)
    var isPerson = Array(repeating: false, count: everyone.count)
    var isModel = isPerson
    for line in collection.lines where line.annotator >= 0 {
      switch line.origin {
      case .person: isPerson[Int(line.annotator)] = true
      case .model: isModel[Int(line.annotator)] = true
      case .gold, .trial: break
      }
    }
    people = Renumbering(everyone.filter { isPerson[$0] }, of: everyone.count)
    models = Renumbering(everyone.filter { isModel[$0] }, of: everyone.count)
    let names = collection.rounds.map { Identifier<RatingCollection>($0) }
    rounds = Renumbering(Self.sorted(names), of: names.count)
    values = Self.values(collection, declared)
    let codes = Dictionary(
      values.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    self.codes = codes
    labels = collection.values.map { codes[$0] ?? QuestionVotes.none }
  }

  /// The label code of a line's value; `none` for an abstention.
  func label(_ line: RatingCollection.Line) -> Int32 {
    line.value < 0 ? QuestionVotes.none : labels[Int(line.value)]
  }

  /// The label code of a value that was marked as gold; `none` for none.
  func label(_ value: Value?) -> Int32 {
    value.flatMap { codes[$0] } ?? QuestionVotes.none
  }

  func verdict(_ outcome: Outcome?) -> QuestionVotes.Verdict? {
    switch outcome {
    case nil, .escalated: nil
    case .value(let value): codes[value].map { .label($0) } ?? .noneOfThese
    case .noneOfThese: .noneOfThese
    case .ambiguous, .notAnnotatable, .outsideGuideline: .unjudged
    }
  }

  private static func sorted<Space>(_ names: [Identifier<Space>]) -> [Int] {
    names.indices.sorted { names[$0] < names[$1] }
  }

  private static func values(_ collection: RatingCollection, _ declared: [LabelID]) -> [Value] {
    var seen = Set(collection.values)
    for case .value(let value) in collection.rulings.values { seen.insert(value) }
    for case .some(let value) in collection.marks.values { seen.insert(value) }
    seen.remove(.abstained)
    // Sets and numbers have no closed list: only single labels can be declared and not occur.
    if seen.isEmpty || seen.contains(where: { $0.kind == .label }) {
      seen.formUnion(declared.map { .label($0) })
    }
    let ranks = Dictionary(
      declared.enumerated().map { (Value.label($1), $0) }, uniquingKeysWith: { first, _ in first })
    return seen.map { SortableValue($0, rank: ranks[$0]) }.sorted().map(\.value)
  }
}

/// A value with what its place depends on, computed once.
private struct SortableValue: Comparable {
  let value: Value
  private let rank: Int
  private let number: Double?
  private let name: Identifier<SortableValue>

  init(_ value: Value, rank: Int?) {
    self.value = value
    self.rank = rank ?? .max
    name = Identifier(value.name)
    number = Number(value.name)?.double
  }

  static func == (left: Self, right: Self) -> Bool { left.value == right.value }

  static func < (left: Self, right: Self) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    switch (left.number, right.number) {
    case (let a?, let b?) where a != b: return a < b
    case (.some, nil): return true
    case (nil, .some): return false
    default: break
    }
    if left.name != right.name { return left.name < right.name }
    return left.value.kind.rawValue < right.value.kind.rawValue
  }
}
