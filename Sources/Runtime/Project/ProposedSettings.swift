import Configuration
import Domain
import Ledger

/// Settings that are sound as such, held against what this version can do with them.
enum ProposedSettings {
  /// Refuses a store that is no folder: the project would silently stay one.
  static func requireFolder(
    _ configuration: ProjectConfiguration, _ file: String
  ) throws {
    guard configuration.store != nil else { return }
    throw ProjectFailure.settings([
      "\(file): store: this version keeps projects in folders only; leave it out"
    ])
  }

  /// Refuses keys that are none, and keys of another project: their signatures could never count.
  ///
  /// - Parameter origin: the project's; nil for one that is not made yet.
  static func requireKeys(
    _ configuration: ProjectConfiguration, of origin: String?, _ file: String
  ) throws {
    for written in configuration.logKeys {
      guard let key = VerifierKey(written.text) else {
        throw ProjectFailure.settings([
          "\(file): keys in [log]: \(written.text) was mistyped; its parts do not fit each other"
        ])
      }
      guard key.name == origin else {
        throw ProjectFailure.settings([
          "\(file): keys in [log]: \(written.text) is a key of another project; take it out"
        ])
      }
    }
  }

  /// What an error on the way to settings means to whoever proposed them.
  static func failure(_ error: any Error) -> ProjectFailure {
    switch error {
    case let failure as ProjectFailure: failure
    case let error as ConfigurationError: .settings(error.problems.map { "\($0)" })
    default: .settings(["\(error)"])
    }
  }
}
