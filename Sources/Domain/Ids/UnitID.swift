/// The part of an item that carries one rating per annotator: an item under one question.
public struct UnitID: Hashable, Comparable, Sendable {
  public let item: ItemID
  public let question: QuestionID

  public init(item: ItemID, question: QuestionID = .label) {
    self.item = item
    self.question = question
  }

  public static func < (left: Self, right: Self) -> Bool {
    if left.item != right.item { return left.item < right.item }
    return left.question < right.question
  }
}
