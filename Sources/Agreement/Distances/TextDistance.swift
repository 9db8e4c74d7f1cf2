public import Domain

/// Free text: the fewest scalars to insert, delete or replace, as a share of the longer text
/// (Levenshtein 1966).
///
/// Beyond 4 million steps texts are compared by their words instead: 1 − 2·shared / all, both
/// counted with repetition (Dice 1945). So a comparison stays a matter of milliseconds.
public struct TextDistance: ValueDistance {
  private static let steps = 1 << 22

  public init() {}

  public func between(_ one: Value, _ other: Value) -> Double {
    guard case .text(let first) = one, case .text(let second) = other, one != other else {
      return plain(one, other)
    }
    let scalars = Array(first.unicodeScalars)
    let others = Array(second.unicodeScalars)
    let product = scalars.count.multipliedReportingOverflow(by: others.count)
    if product.overflow || product.partialValue > Self.steps { return Self.byWords(first, second) }
    return Double(Self.edits(scalars, others)) / Double(max(scalars.count, others.count))
  }

  private static func edits(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (index, scalar) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let replaced = diagonal + (scalar == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }

  private static func byWords(_ one: String, _ other: String) -> Double {
    let first = words(one)
    let second = words(other)
    guard !first.isEmpty || !second.isEmpty else { return 1 }
    var counts: [[UInt8]: Int] = [:]
    for word in first { counts[word, default: 0] += 1 }
    var shared = 0
    for word in second {
      guard let left = counts[word], left > 0 else { continue }
      counts[word] = left - 1
      shared += 1
    }
    return 1 - 2 * Double(shared) / Double(first.count + second.count)
  }

  /// Runs of bytes above the space.
  private static func words(_ text: String) -> [[UInt8]] {
    text.utf8.split { $0 <= 0x20 }.map { Array($0) }
  }
}
