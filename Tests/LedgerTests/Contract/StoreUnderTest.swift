import Domain
import Ledger
import TestSupport
import Testing

/// The stores that the contract is held against.
enum StoreUnderTest: String, CustomTestStringConvertible {
  case memory
  case file
  case team

  /// All of them, but for PostgreSQL where it is not installed.
  static let allCases: [StoreUnderTest] =
    PostgresServer.shared() == nil ? [.memory, .file] : [.memory, .file, .team]

  var testDescription: String { rawValue }

  /// A new, empty store.
  func make() throws -> any EventStore {
    switch self {
    case .memory: return MemoryEventStore()
    case .file: return try FolderStore()
    case .team:
      guard let server = PostgresServer.shared() else { return MemoryEventStore() }
      return try TeamStoreUnderTest.make(on: server)
    }
  }
}
