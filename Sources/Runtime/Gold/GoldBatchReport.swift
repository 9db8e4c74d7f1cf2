package import Interchange
import Screen

/// What was written.
package struct GoldBatchReport: Sendable {
  package let items: Int
  package let gold: Int
  package let round: String
  package let out: String
  package let key: String

  package var lines: [String] {
    [
      "\(Words.count(items, "item")), \(Figures.count(gold)) of them gold, "
        + "in \(Words.plain(out, limit: 200)).",
      "The key is in \(Words.plain(key, limit: 200)): keep it from annotators. With it the answers "
        + "come in: tiebreak import ANSWERS --key KEY",
    ]
  }

  package var json: JSONText {
    [
      "items": .integer(items), "gold": .integer(gold), "round": .string(round),
      "out": .string(out), "key": .string(key),
    ]
  }
}
