/// What was typed in this session, by what it was typed for; the last one first.
package struct PromptHistory: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case command
    case limit
    case find
  }

  /// How many are kept of a kind.
  package static let most = 50

  private var lines: [Kind: [String]] = [:]

  package init() {}

  package subscript(kind: Kind) -> [String] { lines[kind] ?? [] }

  /// Notes a line; one that was there already becomes the last.
  package mutating func note(_ line: String, for kind: Kind) {
    guard !line.isEmpty else { return }
    var kept = self[kind].filter { !$0.utf8.elementsEqual(line.utf8) }
    kept.insert(line, at: 0)
    lines[kind] = Array(kept.prefix(Self.most))
  }
}
