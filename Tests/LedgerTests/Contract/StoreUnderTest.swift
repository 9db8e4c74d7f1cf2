import Domain
import Ledger
import Testing

/// The stores that the contract is held against.
enum StoreUnderTest: String, CaseIterable, CustomTestStringConvertible {
  case memory
  case file

  var testDescription: String { rawValue }

  /// A new, empty store.
  func make() throws -> any EventStore {
    switch self {
    case .memory: MemoryEventStore()
    case .file: try FolderStore()
    }
  }
}
