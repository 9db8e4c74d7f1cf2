package import Domain
package import Interchange
package import Ledger

/// Why something could not be done to a project or a file.
package enum ProjectFailure: Error, Sendable {
  case input(InterchangeFailure)
  case ledger(LedgerError)
  case read(ReadFailure)
  case refusal(Refusal)
  /// Problems of `tiebreak.toml`, each with its place.
  case settings([String])
  case noProject(path: String)
  case projectExists(path: String)
  case notEmpty(path: String)
  /// Rows were refused and `--strict` asked for all or nothing.
  case strict(refused: Int, findings: [String])
  /// Somebody else kept on writing for as long as we were ready to try again.
  case contended
  case file(path: String, reason: String)
  case usage(String)
  /// What was to be shown of the log is not so, in a sentence.
  case unproved(String)
  /// Somebody stopped the work on this before it was done; nothing of it was kept.
  case stopped(name: String)

  init(server failure: ServerFailure) {
    self = .ledger(.server(failure))
  }

  package var code: ExitCode {
    switch self {
    case .input(let failure): failure.code
    case .strict, .settings: .inputRefused
    case .usage: .usage
    case .unproved: .answerIsNo
    case .refusal(let refusal): refusal.isAboutRights ? .notAllowed : .answerIsNo
    case .ledger(.server(let failure)) where failure.kind == .forbidden: .notAllowed
    case .ledger(.server(let failure)) where failure.kind == .address: .inputRefused
    case .ledger, .read, .noProject, .projectExists, .notEmpty, .contended, .file, .stopped:
      .trouble
    }
  }
}

/// An `InterchangeError` as a value that can be compared and kept.
package struct InterchangeFailure: Hashable, Sendable {
  package let sentence: String
  package let code: ExitCode

  package init(sentence: String, code: ExitCode) {
    self.sentence = sentence
    self.code = code
  }

  package init(_ error: InterchangeError) {
    sentence = error.description
    switch error {
    case .missingFile, .isDirectory, .unreadable, .scratch, .sink, .outOfMemory: code = .trouble
    case .unknownFormat, .badMapping: code = .usage
    default: code = .inputRefused
    }
  }
}
