import Domain
import Foundation
import Ledger

/// Texts of which it is known which belong together, made by others and for other purposes.
struct RelevanceSet {
  let name: String
  /// What belongs together here, in a few words.
  let relevance: String
  let texts: [String]
  /// By text: the others that belong to it.
  let relevant: [Set<Int>]
  /// By text: others that are not ranked, because finding them would be too easy.
  let excluded: [Set<Int>]
  /// What of a text decides on its fold: texts that belong together are in one.
  let groups: [String]

  /// The fold of a text, of four. The search was chosen by what it found in the first.
  func fold(of text: Int) -> Int {
    let digest = Digest.sha256(of: groups[text]).hex
    return Int(UInt32(digest.prefix(8), radix: 16) ?? 0) % 4
  }

  /// Texts that have others, a bounded number of them, drawn by hash.
  func queries(in fold: Int, limit: Int) -> [Int] {
    texts.indices.filter { !relevant[$0].isEmpty && self.fold(of: $0) == fold }
      .map { (place: $0, key: Digest.sha256(of: "\($0) \(texts[$0])").hex) }
      .sorted { $0.key < $1.key }
      .prefix(limit).map(\.place)
  }

  /// The share of what could be found among the first five that was.
  func recall(of found: [Int], for query: Int) -> Double {
    let first = found.filter { $0 != query && !excluded[query].contains($0) }.prefix(5)
    return Double(relevant[query].intersection(first).count) / Double(min(5, relevant[query].count))
  }
}

extension RelevanceSet {
  /// Texts of one group belong together.
  init(name: String, relevance: String, texts: [String], groups: [String]) {
    let members = Dictionary(grouping: texts.indices, by: { groups[$0] })
    self.init(
      name: name, relevance: relevance, texts: texts,
      relevant: texts.indices.map { Set(members[groups[$0]] ?? []).subtracting([$0]) },
      excluded: Array(repeating: [], count: texts.count), groups: groups)
  }
}
