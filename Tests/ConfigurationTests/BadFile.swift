import Configuration
import Testing

/// A file that is refused, and every line that is said about it.
struct BadFile: Sendable, CustomTestStringConvertible {
  let text: String
  let said: [String]

  /// - Parameter said: `line:column: message` for each problem, in order.
  init(_ text: String, _ said: String...) {
    self.text = text
    self.said = said
  }

  /// Below a `[project]` that is right, which takes the first two lines.
  static func below(_ text: String, _ said: String...) -> BadFile {
    BadFile("[project]\nname = \"p\"\n" + text, said)
  }

  private init(_ text: String, _ said: [String]) {
    self.text = text
    self.said = said
  }

  var testDescription: String { said.first ?? text }

  /// What `read` says about the text, without the file's name.
  func heard<Settings>(
    by read: (String, String) throws(ConfigurationError) -> Settings
  ) -> [String] {
    do {
      _ = try read(text, "f.toml")
      return []
    } catch {
      return error.problems.map {
        "\($0)".replacingPrefix("f.toml:", with: "")
      }
    }
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
