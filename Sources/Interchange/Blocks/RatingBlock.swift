/// Up to 65 536 ratings in file order, as numbers of names.
///
/// A reader fills the same block again and again: its columns are good until the callback returns.
public final class RatingBlock {
  public static let capacity = 65_536

  /// How many ratings there are.
  public internal(set) var count = 0
  /// Whether any rating says when it was given; without it `times` holds nothing of use.
  public internal(set) var hasTimes = false

  let itemColumn = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
  let annotatorColumn = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
  let labelColumn = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
  let questionColumn = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
  let roundColumn = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
  let timeColumn = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)

  /// A label number that says: asked and declined.
  public static let abstained: Int32 = -1
  /// An annotator number that says: the file does not tell who.
  public static let anonymous: Int32 = -1
  /// A round number that says: the file does not tell which.
  public static let noRound: Int32 = -1
  /// A time that says: the file does not tell when.
  public static let noTime = Int64.min

  init() {}

  deinit {
    itemColumn.deallocate()
    annotatorColumn.deallocate()
    labelColumn.deallocate()
    questionColumn.deallocate()
    roundColumn.deallocate()
    timeColumn.deallocate()
  }

  public var items: UnsafeBufferPointer<Int32> { column(itemColumn) }
  /// `anonymous` where the file does not tell who.
  public var annotators: UnsafeBufferPointer<Int32> { column(annotatorColumn) }
  /// `abstained` where the annotator declined.
  public var labels: UnsafeBufferPointer<Int32> { column(labelColumn) }
  public var questions: UnsafeBufferPointer<Int32> { column(questionColumn) }
  /// `noRound` where the file does not tell which.
  public var rounds: UnsafeBufferPointer<Int32> { column(roundColumn) }
  /// Milliseconds since 1970, or `noTime`.
  public var times: UnsafeBufferPointer<Int64> {
    UnsafeBufferPointer(start: timeColumn, count: count)
  }

  private func column(_ start: UnsafeMutablePointer<Int32>) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: start, count: count)
  }
}
