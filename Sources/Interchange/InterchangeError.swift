/// Why a file could not be read or written at all. What is wrong with single rows is a `Diagnostic`.
public enum InterchangeError: Error, Equatable, Sendable {
  case missingFile(path: String)
  case isDirectory(path: String)
  case unreadable(path: String, reason: String)
  case empty(path: String)
  /// The compressed stream stops before its end; `offset` counts the bytes of the file.
  case truncated(path: String, compression: String, offset: Int)
  case corrupt(path: String, compression: String, offset: Int)
  /// The text is not UTF-8 but something that can be named, such as UTF-16.
  case encoding(path: String, found: String)
  /// No format recognises the file.
  case unrecognised(path: String, formats: [String])
  case unknownFormat(name: String, formats: [String])
  case notImportable(format: String, reason: String)
  case missingColumn(path: String, role: String, flag: String, columns: [String])
  case ambiguousColumn(path: String, role: String, flag: String, candidates: [String])
  case duplicateColumn(path: String, name: String)
  case badHeader(path: String, reason: String)
  case badMapping(reason: String)
  /// A file that a batch is built in could not be written or read back.
  case scratch(path: String, reason: String)
  /// A batch's bytes are not what was written.
  case damagedBatch(path: String, line: Int, reason: String)
  /// Whoever receives records could not take one.
  case sink(reason: String)
  case outOfMemory
}

extension InterchangeError: CustomStringConvertible {
  /// What happened, where, and what to do next. Names from outside stand in it as they are: whoever
  /// prints it makes them safe.
  public var description: String {
    switch self {
    case .missingFile(let path): "\(path): there is no such file"
    case .isDirectory(let path): "\(path): is a directory; name a file in it"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .empty(let path): "\(path): is empty"
    case .truncated(let path, let compression, let offset):
      "\(path): the \(compression) stream stops at byte \(offset), before its end; fetch it again"
    case .corrupt(let path, let compression, let offset):
      "\(path): the \(compression) stream is damaged near byte \(offset); fetch it again"
    case .encoding(let path, let found): "\(path): is \(found); convert it to UTF-8"
    case .unrecognised(let path, let formats):
      "\(path): no format recognises it; name one with --format: \(formats.joined(separator: ", "))"
    case .unknownFormat(let name, let formats):
      "there is no format \(name); there are \(formats.joined(separator: ", "))"
    case .notImportable(let format, let reason): "\(format): \(reason)"
    case .missingColumn(let path, let role, let flag, let columns):
      "\(path): no column for the \(role); name it with \(flag). "
        + "Its columns are: \(columns.joined(separator: ", "))"
    case .ambiguousColumn(let path, let role, let flag, let candidates):
      "\(path): more than one column looks like the \(role): "
        + "\(candidates.joined(separator: ", ")); choose with \(flag)"
    case .duplicateColumn(let path, let name): "\(path): two columns are called \(name)"
    case .badHeader(let path, let reason): "\(path):1: the header row \(reason)"
    case .badMapping(let reason): reason
    case .scratch(let path, let reason): "\(path): \(reason)"
    case .damagedBatch(let path, let line, let reason): "\(path):\(line): damaged batch: \(reason)"
    case .sink(let reason): reason
    case .outOfMemory: "out of memory"
    }
  }
}
