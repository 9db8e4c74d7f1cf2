/// The table of allowed imports, read from ARCHITECTURE.md itself, so that page and test cannot part.
struct ImportTable {
  /// What each Swift target may import.
  private(set) var allowed: [String: Set<String>] = [:]
  /// Targets that hold C and no Swift.
  private(set) var cOnly: Set<String> = []

  /// Reads the rows between `<!-- imports:begin -->` and `<!-- imports:end -->`.
  init(markdown: String) throws(Malformed) {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    guard let begin = lines.firstIndex(of: "<!-- imports:begin -->"),
      let end = lines.firstIndex(of: "<!-- imports:end -->"), begin + 3 < end
    else { throw Malformed(line: "no table between the import markers") }

    for line in lines[(begin + 3)..<end] {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 5 else { throw Malformed(line: String(line)) }
      let targets = Self.codeSpans(cells[1])
      guard !targets.isEmpty else { throw Malformed(line: String(line)) }
      for target in targets {
        guard allowed[target] == nil, !cOnly.contains(target) else {
          throw Malformed(line: String(line))
        }
        if cells[2].contains("C only") {
          cOnly.insert(target)
        } else {
          allowed[target] = Set(Self.codeSpans(cells[2]))
        }
      }
    }
  }

  /// Every target that has a row.
  var targets: Set<String> { cOnly.union(allowed.keys) }

  /// The texts between backticks.
  private static func codeSpans(_ cell: Substring) -> [String] {
    let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { !$0.isMultiple(of: 2) }.map { String(parts[$0]) }
  }

  struct Malformed: Error { let line: String }
}
