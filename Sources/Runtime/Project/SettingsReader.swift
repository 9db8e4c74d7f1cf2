import Configuration
import Domain
import Synchronization

/// Reads the text of settings, and remembers the last answer: the index asks often.
final class SettingsReader: Sendable {
  private struct Answer {
    let text: String
    let configuration: ProjectConfiguration
  }

  private let last = Mutex<Answer?>(nil)

  func configuration(_ text: String) -> ProjectConfiguration? {
    if let answer = last.withLock({ $0 }), answer.text.utf8.elementsEqual(text.utf8) {
      return answer.configuration
    }
    guard
      let configuration = try? ConfigurationReader.readRecorded(text, file: "tiebreak.toml")
    else { return nil }
    last.withLock { $0 = Answer(text: text, configuration: configuration) }
    return configuration
  }
}
