package import Domain
import GRDB
package import Ledger

/// Why the index could not be brought up to the log.
package enum IndexFailure: Error, Equatable, Sendable {
  /// Another process holds the store for longer than we wait.
  case busy
  /// The index knows more than the log, or something else: the log was cut or rewritten. Nothing was
  /// changed, and nothing may be written before a person has looked.
  case ahead(AheadEvidence)
  /// An event that does not follow the last one the index knows.
  case outOfOrder(expected: Int, found: Int)
  case batch(BatchFailure)
  case ledger(LedgerError)
  /// The settings at this position of the log cannot be read by this version.
  case unreadableConfiguration
  /// The tables are damaged; they are made anew at the next opening.
  case damaged(String)
  case failed(String)

  /// What an error of the database means to a caller.
  init(_ error: any Error) {
    switch error {
    case let failure as IndexFailure: self = failure
    case let failure as BatchFailure: self = .batch(failure)
    case let failure as LedgerError: self = .ledger(failure)
    case let failure as DatabaseError:
      switch failure.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(failure.description)
      default: self = .failed(failure.description)
      }
    default: self = .failed(String(describing: error))
    }
  }
}

/// What the index remembers, beside what the log says.
package struct AheadEvidence: Hashable, Sendable {
  /// The last position the index knows, with its hash.
  package let index: Head
  /// Where the log ends.
  package let log: Head
  /// The hash of the log's line at the index's position; nil where the log ends before it.
  package let found: Digest?
}

extension ReadFailure {
  init(_ error: any Error) {
    if let failure = error as? ReadFailure {
      self = failure
      return
    }
    switch IndexFailure(error) {
    case .busy: self = .busy
    case .damaged(let words): self = .stale(words)
    case .failed(let words): self = .failed(words)
    case let other: self = .failed(String(describing: other))
    }
  }
}
