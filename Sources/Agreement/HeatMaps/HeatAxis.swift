/// The rows or the columns of a heat map, in their order.
public struct HeatAxis: Hashable, Sendable {
  /// The name of a column of units that belong to no batch, week or slice.
  public static let noName = "(none)"

  public let subject: HeatSubject

  public let names: [String]

  /// By position: the code in the `HeatSource`; for cuts, the index of the cut.
  public let codes: [Int]

  /// By position: the number of ratings.
  public let sizes: [Int]

  /// How many more there are, each smaller than those kept; in time, earlier ones.
  public let omitted: Int

  /// By position, where the rows are pairs of labels; else empty.
  public let pairs: [HeatPair]

  /// The code of the column of units that belong to no batch, week or slice.
  private let unnamed: Int?

  public var count: Int { names.count }

  init(
    subject: HeatSubject, names: [String], codes: [Int], sizes: [Int], omitted: Int,
    pairs: [HeatPair] = [], unnamed: Int? = nil
  ) {
    self.subject = subject
    self.names = names
    self.codes = codes
    self.sizes = sizes
    self.omitted = omitted
    self.pairs = pairs
    self.unnamed = unnamed
  }

  /// Whether the position holds the units that belong to no batch, week or slice.
  public func isUnnamed(_ position: Int) -> Bool {
    unnamed.map { codes[position] == $0 } ?? false
  }

  /// The axis with its places in another order.
  func arranged(_ order: [Int]) -> HeatAxis {
    HeatAxis(
      subject: subject, names: order.map { names[$0] }, codes: order.map { codes[$0] },
      sizes: order.map { sizes[$0] }, omitted: omitted,
      pairs: pairs.isEmpty ? [] : order.map { pairs[$0] }, unnamed: unnamed)
  }
}

extension HeatAxis {
  /// The axis of all things named, in natural or declared order; of more than `limit` the largest,
  /// in time the latest.
  ///
  /// - Parameters:
  ///   - order: All codes, in the order wanted.
  ///   - sizes: By code.
  static func choosing(
    _ subject: HeatSubject, names: [String], order: [Int], sizes: [Int], limit: Int,
    unnamed: Int? = nil
  ) -> HeatAxis {
    var kept = order
    if order.count > limit {
      if subject.isTime {
        kept = Array(order.suffix(limit))
      } else {
        let places = Array(order.indices)
        let largest = places.sorted { one, other in
          (sizes[order[other]], one) < (sizes[order[one]], other)
        }
        kept = largest.prefix(limit).sorted().map { order[$0] }
      }
    }
    return HeatAxis(
      subject: subject, names: kept.map { names[$0] }, codes: kept, sizes: kept.map { sizes[$0] },
      omitted: order.count - kept.count, unnamed: unnamed)
  }
}
