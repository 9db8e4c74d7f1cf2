/// One line of an imported batch.
public enum BatchRecord: Hashable, Sendable {
  case item(Item)
  /// `ordinal` counts the ratings in file order, from 0: it tells repeats apart and names a rating
  /// for ever, together with its batch.
  case rating(Rating, ordinal: Int)
}

extension BatchRecord {
  /// Whether this record stands before `other` in a batch: by item, the item itself first, then
  /// question, annotator, round, ordinal.
  public static func areInOrder(_ left: BatchRecord, _ right: BatchRecord) -> Bool {
    switch (left, right) {
    case (.item(let a), .item(let b)): a.id < b.id
    case (.item(let a), .rating(let b, _)): a.id <= b.unit.item
    case (.rating(let a, _), .item(let b)): a.unit.item < b.id
    case (.rating(let a, let i), .rating(let b, let j)): Self.ratings(a, i, precede: b, j)
    }
  }

  private static func ratings(_ a: Rating, _ i: Int, precede b: Rating, _ j: Int) -> Bool {
    if a.unit != b.unit { return a.unit < b.unit }
    let left = a.annotator?.text ?? ""
    let right = b.annotator?.text ?? ""
    if !left.utf8.elementsEqual(right.utf8) {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    let first = a.round ?? ""
    let second = b.round ?? ""
    if !first.utf8.elementsEqual(second.utf8) {
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    return i < j
  }
}
