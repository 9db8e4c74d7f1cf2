/// The names behind the numbers of a file's blocks.
public final class RatingTables {
  public let items = InternTable()
  public let annotators = InternTable()
  /// Labels as text: numbers in one spelling an amount, label sets parted by `|` in byte order.
  public let labels = InternTable()
  public let questions = InternTable()
  public let rounds = InternTable()
  /// Ratings handed over in all blocks.
  public internal(set) var ratings = 0

  init() {}
}
