import Glibc

/// In how many of a number of texts words occur: what a word weighs when texts are compared.
///
/// A word weighs ln((n + 50) / (u + 1)), where u of n texts have it (inverse document frequency, Sparck
/// Jones 1972). The 50 keeps the first few texts from saying which words are common.
public struct WordUse: Sendable {
  static let prior = 50.0

  public let texts: Int

  public init(texts: Int) {
    self.texts = max(0, texts)
  }

  /// Above 0, and less for a word that more texts have.
  public func weight(of count: Int) -> Double {
    log((Double(texts) + Self.prior) / Double(max(0, min(count, texts)) + 1))
  }
}
