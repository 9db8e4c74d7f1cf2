/// Looks for one text's words in many others, to pass over those that cannot be like it.
///
/// Much quicker than comparing in full, and coarser: forms of a word are different words here.
public struct WordProbe: Sendable {
  /// What shares less of its weight than this is not compared in full.
  public static let leastShare = 0.2

  private let places: [UInt32: Int]
  private let weights: [Double]
  private let total: Double

  public init(_ bag: WordBag, weight: (UInt32) throws -> Double) rethrows {
    let numbers = bag.words.map(\.number)
    weights = try numbers.map(weight)
    places = Dictionary(
      uniqueKeysWithValues: numbers.enumerated().map { ($0.element, $0.offset) })
    total = weights.reduce(0, +)
  }

  /// How much of the weight of its words a text has too, in [0, 1]. O(characters).
  public func share(in text: String) -> Double {
    guard total > 0 else { return 0 }
    var seen = [Bool](repeating: false, count: weights.count)
    var shared = 0.0
    WordReader.read([text]) { number, _, _ in
      guard let place = places[number], !seen[place] else { return }
      seen[place] = true
      shared += weights[place]
    }
    return shared / total
  }
}
