import Configuration
import Domain

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

  /// What an error on the way to settings means to whoever proposed them.
  static func failure(_ error: any Error) -> ProjectFailure {
    switch error {
    case let failure as ProjectFailure: failure
    case let error as ConfigurationError: .settings(error.problems.map { "\($0)" })
    default: .settings(["\(error)"])
    }
  }
}
