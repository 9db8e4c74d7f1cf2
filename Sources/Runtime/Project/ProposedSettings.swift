import Configuration
import Domain
import Ledger
import TeamStore

/// Settings that are sound as such, held against what this version can do with them.
enum ProposedSettings {
  /// Refuses a store that is written in a way in which it would not be found, or not without its
  /// secrets.
  static func requirePlainStore(
    _ configuration: ProjectConfiguration, _ text: String, _ file: String
  ) throws {
    guard let store = configuration.store else { return }
    guard StoreLine.address(in: text).map({ $0.utf8.elementsEqual(store.utf8) }) == true else {
      throw ProjectFailure.settings([
        "\(file): store: write it on a line of its own below [project]: store = \"postgresql://…\""
      ])
    }
    do throws(ServerFailure) {
      _ = try ServerAddress(store)
    } catch {
      throw ProjectFailure.ledger(.server(error))
    }
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
