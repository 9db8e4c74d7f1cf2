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
  /// What of the file no block tells: whoever wants it reads records.
  public internal(set) var beside = Beside()

  /// The numbers of questions in which people marked spans or boxes.
  public internal(set) var regionQuestions: Set<Int32> = []

  /// What a file holds besides people's labels.
  public struct Beside: Equatable, Sendable {
    /// Ratings of models.
    public var modelVotes = 0
    /// Final values from elsewhere.
    public var goldValues = 0
    /// People's ratings that are spans or boxes.
    public var regions = 0
    /// People's ratings that are sets of labels.
    public var labelSets = 0
  }

  init() {}
}
