/// The line of `tiebreak.toml` that says on which server a project lies.
///
/// It says where somebody finds the project, not how it decides: it is kept out of the settings that
/// take effect, so that a project can be moved, and each member may reach the server their own way.
package enum StoreLine {
  /// The address; nil where the project is a folder.
  ///
  /// - Parameter text: of `tiebreak.toml`, which need not be sound otherwise.
  package static func address(in text: String) -> String? {
    for line in lines(of: text) where line.isStore {
      guard let equals = line.text.firstIndex(of: "=") else { continue }
      let value = line.text[line.text.index(after: equals)...].drop { $0 == " " || $0 == "\t" }
      guard let quote = value.first, quote == "\"" || quote == "'" else { continue }
      let rest = value.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { continue }
      return String(rest[..<end])
    }
    return nil
  }

  /// The text without the line.
  static func removed(from text: String) -> String {
    lines(of: text).filter { !$0.isStore }.map { String($0.text) }.joined(separator: "\n")
  }

  /// The text with the line, the last one under `[project]`'s heading that has a value.
  static func set(_ address: String, in text: String) -> String {
    let bare = removed(from: text)
    var result: [String] = []
    var isSet = false
    for line in bare.split(separator: "\n", omittingEmptySubsequences: false) {
      result.append(String(line))
      guard !isSet, heading(of: line) == project else { continue }
      result.append("store = \"\(address)\"")
      isSet = true
    }
    guard !isSet else { return result.joined(separator: "\n") }
    return "[\(project)]\nstore = \"\(address)\"\n" + bare
  }

  private static let project = "project"

  private struct Line {
    let text: Substring
    let isStore: Bool
  }

  private static func lines(of text: String) -> [Line] {
    var table: String?
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { text in
      if let heading = heading(of: text) { table = heading }
      let key = text.prefix { $0 != "=" }.split { $0 == " " || $0 == "\t" }
      return Line(text: text, isStore: table == project && key == ["store"] && text.contains("="))
    }
  }

  /// The name in `[name]`; nil where the line is no heading.
  private static func heading(of line: Substring) -> String? {
    let line = line.drop { $0 == " " || $0 == "\t" }
    guard line.first == "[", let end = line.lastIndex(of: "]") else { return nil }
    return line[line.index(after: line.startIndex)..<end].split { " \t".contains($0) }.joined()
  }
}
