import Configuration
package import Domain
package import Interchange
import Ledger
import Store

/// What became of `tiebreak.toml`.
package struct SettingsOutcome: Sendable {
  /// One line for people.
  package let sentence: String
  /// Whether the file says what is in force, now that the command is done.
  package let isInForce: Bool
  /// The event, where one was made.
  package let event: Event?

  package var json: JSONText {
    [
      "in_force": .boolean(isInForce), "changed": .boolean(event != nil),
      "seq": event.map { .integer($0.seq) } ?? nil,
    ]
  }
}

extension Project {
  /// Makes what `tiebreak.toml` says take effect, where it says something else than what is in force.
  package func applySettings(onlyChecking: Bool) throws(ProjectFailure) -> SettingsOutcome {
    let text = try soundSettings().text
    guard settingsDiffer() else {
      return SettingsOutcome(
        sentence: "tiebreak.toml is what is in force already.", isInForce: true, event: nil)
    }
    guard !onlyChecking else {
      return SettingsOutcome(
        sentence: "tiebreak.toml is sound. It differs from what is in force: tiebreak apply",
        isInForce: false, event: nil)
    }
    let settings = StoreLine.removed(from: text)
    let event = try record(
      .apply(ConfigurationChange(text: settings, digest: .sha256(of: settings))))
    return SettingsOutcome(
      sentence: "tiebreak.toml is in force from event \(event.seq) on.", isInForce: true,
      event: event)
  }

  /// What `tiebreak.toml` says, where all of it could take effect.
  func soundSettings() throws(ProjectFailure) -> (text: String, settings: ProjectConfiguration) {
    let text = try proposedSettings()
    do {
      let configuration = try ConfigurationReader.read(text, file: folder.settings)
      try ProposedSettings.requirePlainStore(configuration, text, folder.settings)
      try ProposedSettings.requireKeys(configuration, of: origin, folder.settings)
      return (text, configuration)
    } catch {
      throw ProposedSettings.failure(error)
    }
  }

  func proposedSettings() throws(ProjectFailure) -> String {
    let bytes: [UInt8]?
    do throws(LedgerError) {
      bytes = try DurableFile.read(folder.settings, limit: 1 << 20)
    } catch {
      throw .ledger(error)
    }
    guard let bytes else { throw .file(path: folder.settings, reason: "there is no such file") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .settings(["\(folder.settings): is not UTF-8"])
    }
    return text
  }

  package func summary() throws(ProjectFailure) -> ProjectSummary {
    do throws(ReadFailure) {
      return try index.summary(now: now)
    } catch {
      throw .read(error)
    }
  }
}
