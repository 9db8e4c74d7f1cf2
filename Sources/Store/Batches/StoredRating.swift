import Domain

/// A rating as the tables hold it: names as numbers.
struct StoredRating {
  let batch: Int
  let ordinal: Int
  /// 0 where the export does not say who rated.
  let annotator: Int64
  /// The value as it was written, or as that reads since a migration.
  let value: Int64
  /// The value as votes are counted by it.
  let vote: Int64
  let isAbstained: Bool
  let origin: Origin
  let round: String?
  let at: Int64?
  let confidence: String?
  let note: String?
  let isFlagged: Bool
  /// The value as it was written, where it reads otherwise now.
  let given: Int64?

  /// Of which only one is in force.
  struct Place: Hashable {
    let origin: Origin
    let annotator: Int64
    let round: RoundID
  }

  var place: Place {
    Place(origin: origin, annotator: annotator, round: RoundID(round ?? ""))
  }

  /// Whether it says the same, whenever and in whichever batch it was said.
  func says(sameAs other: StoredRating) -> Bool {
    value == other.value && isFlagged == other.isFlagged && Self.same(note, other.note)
      && Self.same(confidence, other.confidence)
  }

  /// Whether it is the same record of the same batch.
  func isSame(_ other: StoredRating) -> Bool {
    batch == other.batch && ordinal == other.ordinal
  }

  private static func same(_ left: String?, _ right: String?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let a?, let b?): a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }
}

/// The space of names of rounds.
enum RoundSpace: Sendable {}
typealias RoundID = Identifier<RoundSpace>

extension Identifier where Space == RoundSpace {
  /// Whether this round came before `other`: by number where both are numbers, else by bytes.
  func precedes(_ other: Self) -> Bool {
    if let a = Int(text), let b = Int(other.text), a != b { return a < b }
    return self < other
  }
}

extension Origin {
  /// How it stands in the tables.
  var code: Int64 {
    switch self {
    case .person: 0
    case .model: 1
    case .gold: 2
    case .trial: 3
    }
  }

  init(code: Int64) {
    self = code == 0 ? .person : code == 1 ? .model : code == 2 ? .gold : .trial
  }
}
