import Foundation

/// Made-up texts of some thirty words; how often a word occurs falls with its rank, as in languages.
struct MadeTexts {
  private static let vocabulary = 50_000
  private static let syllables = ["ka", "lo", "mi", "nu", "re", "so", "ti", "va", "we", "zy"]

  private var numbers: SeededNumbers

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
  }

  func texts(_ count: Int) -> [String] {
    var numbers = numbers
    return (0..<count).map { _ in
      let words = 20 + Int(numbers.share() * 20)
      return (0..<words).map { _ in Self.word(&numbers) }.joined(separator: " ")
    }
  }

  /// Zipf's law: the chance of a rank is proportional to its inverse.
  private static func word(_ numbers: inout SeededNumbers) -> String {
    var rank = Int(pow(Double(vocabulary), numbers.share()))
    var word = ""
    repeat {
      word += syllables[rank % 10]
      rank /= 10
    } while rank > 0
    return word
  }
}
