package import Domain

/// Which values compete for a unit, who said what, and in which order they stand.
package struct Contest: Hashable, Sendable {
  /// One value one can adopt.
  package struct Entry: Hashable, Sendable {
    package let value: Value
    /// People in force who said it.
    package let votes: Int
    /// What they are called, models last.
    package let voters: [String]
  }

  package let kind: ValueKind
  /// In the order of the digits.
  package let entries: [Entry]
  /// People in force who gave a value.
  package let people: Int
  package let abstained: [String]
  /// Every label that may be ruled, in the order of `tiebreak.toml`.
  package let admissible: [LabelID]
  /// The seed of letters and of a shuffled order.
  package let seed: UInt64
  /// Whether counts and voters must not be shown before the first verdict.
  package let isBlind: Bool
  /// Whether the two answers have changed places, and the scale with them.
  package let isSwapped: Bool

  /// The seed as rulings record it: where two answers stand side by side its last bit says whether
  /// they had changed places.
  package var shownSeed: UInt64 { isSwapped ? seed | 1 : seed }

  package static let empty = Contest(
    kind: .label, entries: [], people: 0, abstained: [], admissible: [], seed: 0, isBlind: false,
    isSwapped: false)

  private init(
    kind: ValueKind, entries: [Entry], people: Int, abstained: [String], admissible: [LabelID],
    seed: UInt64, isBlind: Bool, isSwapped: Bool
  ) {
    self.isSwapped = isSwapped
    self.kind = kind
    self.entries = entries
    self.people = people
    self.abstained = abstained
    self.admissible = admissible
    self.seed = seed
    self.isBlind = isBlind
  }

  /// The contest of one unit. O(ratings of the item + labels).
  ///
  /// - Parameters:
  ///   - dossier: the item.
  ///   - seed: of the project and the member.
  ///   - isSwapped: whether two answers are to change places; without meaning for other items.
  package init(
    of unit: UnitDossier, in dossier: Dossier, configuration: ProjectConfiguration, seed: UInt64,
    isSwapped: Bool = false
  ) {
    let blinding = unit.facts.route?.blind ?? configuration.blind
    var itemSeed = SeededOrder.hash(Hexadecimal.text(of: seed), dossier.item.id.text)
    var isPair = false
    if case .pair = dossier.item.payload {
      isPair = true
      itemSeed &= ~1
    }
    self.isSwapped = isPair && isSwapped
    let letters = Letters(of: unit, in: dossier, configuration: configuration, seed: itemSeed)
    let inForce = unit.ratings.filter(\.isInForce).map(\.rating)
      .filter { $0.origin == .person || $0.origin == .model }
    let people = inForce.filter { $0.origin == .person && $0.value != .abstained }
    let declared = configuration.labels.map(\.id)
    let admissible = declared.isEmpty ? unit.facts.labelsInUse : declared
    let kind = unit.facts.kind ?? configuration.task.valueKind
    isBlind = blinding == .votes
    self.kind = kind
    self.admissible = admissible
    self.people = people.count
    self.seed = itemSeed
    abstained = inForce.filter { $0.value == .abstained }.map { letters.name(of: $0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    // A scale keeps its order: shuffling it would hide nothing and mislead the fingers.
    let isShuffled = isBlind && configuration.scale != .ordinal && configuration.scale != .interval
    var values = Self.values(
      kind, in: people, admissible: admissible, isBlind: isShuffled, itemSeed)
    // A scale from the first answer to the second is mirrored with them: left stays left.
    if isPair, isSwapped, configuration.scale == .ordinal { values.reverse() }
    entries = values.map { value in
      let said = inForce.filter { Self.says($0.value, value) }
      let names = { (origin: Origin) in
        said.filter { $0.origin == origin }.map { letters.name(of: $0) }
          .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
      return Entry(
        value: value, votes: said.count { $0.origin == .person },
        voters: names(.person) + names(.model))
    }
  }

  /// The median of people's numbers, or of places on an ordinal scale; nil without ratings.
  package func median(_ place: (Value) -> Double?) -> Double? {
    let sorted = entries.flatMap { entry in
      Array(repeating: place(entry.value), count: entry.votes).compactMap { $0 }
    }.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The values in the order in which they stand.
  private static func values(
    _ kind: ValueKind, in people: [Rating], admissible: [LabelID], isBlind: Bool, _ seed: UInt64
  ) -> [Value] {
    switch kind {
    case .label, .labels:
      let voted = Set(people.flatMap { $0.value.mentionedLabels })
      var shown = admissible
      if admissible.count > 9 {
        shown = admissible.filter { voted.contains($0) }
        if isBlind { shown += decoys(admissible.filter { !voted.contains($0) }, shown, seed) }
      }
      return ordered(shown.map { .label($0) }, isBlind: isBlind, seed)
    case .number:
      let numbers = people.compactMap { rating -> Number? in
        if case .number(let number) = rating.value { number } else { nil }
      }
      return Set(numbers).sorted().map { .number($0) }
    default:
      var distinct: [Value] = []
      for rating in people where !distinct.contains(rating.value) { distinct.append(rating.value) }
      return ordered(distinct, isBlind: isBlind, seed)
    }
  }

  /// Labels nobody named, so that which ones are listed does not tell which ones were.
  private static func decoys(_ others: [LabelID], _ shown: [LabelID], _ seed: UInt64) -> [LabelID] {
    var order = SeededOrder(seed: seed ^ 0x6465_636F_7973_0000)
    return order.permutation(of: others.count).prefix(max(0, 9 - shown.count)).map { others[$0] }
  }

  private static func ordered(_ values: [Value], isBlind: Bool, _ seed: UInt64) -> [Value] {
    guard isBlind else { return values }
    var order = SeededOrder(seed: seed)
    return order.permutation(of: values.count).map { values[$0] }
  }

  private static func says(_ rating: Value, _ value: Value) -> Bool {
    if case .labels(let labels) = rating, case .label(let label) = value {
      return labels.contains(label)
    }
    return rating == value
  }
}
