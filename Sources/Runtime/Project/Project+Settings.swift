import Configuration
package import Domain
import Ledger
import Store

/// What became of `tiebreak.toml`.
package struct SettingsOutcome: Sendable {
  /// One line for people.
  package let sentence: String
  /// The event, where one was made.
  package let event: Event?
}

extension Project {
  /// Makes what `tiebreak.toml` says take effect, where it says something else than what is in force.
  package func applySettings(onlyChecking: Bool) throws(ProjectFailure) -> SettingsOutcome {
    let text = try proposedSettings()
    do throws(ConfigurationError) {
      _ = try ConfigurationReader.read(text, file: folder.settings)
    } catch {
      throw .settings(error.problems.map { "\($0)" })
    }
    guard settingsDiffer() else {
      return SettingsOutcome(sentence: "tiebreak.toml is what is in force already.", event: nil)
    }
    guard !onlyChecking else {
      return SettingsOutcome(
        sentence: "tiebreak.toml is sound. It differs from what is in force: tiebreak apply",
        event: nil)
    }
    let event = try record(.apply(ConfigurationChange(text: text, digest: .sha256(of: text))))
    return SettingsOutcome(
      sentence: "tiebreak.toml is in force from event \(event.seq) on.", event: event)
  }

  private func proposedSettings() throws(ProjectFailure) -> String {
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
