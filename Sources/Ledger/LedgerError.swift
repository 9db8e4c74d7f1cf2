public import Domain

/// Why the ledger could not do what it was asked.
public enum LedgerError: Error, Equatable, Sendable {
  /// Others held the lock for as long as the caller was ready to wait. Nothing was written.
  case busy(path: String, milliseconds: Int)
  /// The operating system refused. For an append: it may still have happened.
  case file(FileFailure)
  /// A write or sync of this handle failed before, so what it knows may be wrong: open the log again.
  case unusable(path: String)
  /// Somebody else could have written the file; it is not trusted.
  case untrusted(path: String, reason: DistrustReason)
  /// The log is not what it was, or never was one. Nothing was changed.
  case broken(LogEvidence)
  /// The draft cannot stand in a log. Nothing was written.
  case payload(PayloadProblem)
  /// An attachment is missing, or is not what its name says.
  case attachment(Digest, path: String)
  /// There is no log at this place.
  case noLog(path: String)
  /// There is a log already at this place.
  case logExists(path: String)
  /// The log was opened for reading only.
  case readOnly(path: String)
  /// A private key is not used.
  case key(KeyProblem)
  /// The log lies on a server, and that did not do what was asked.
  case server(ServerFailure)
  case cancelled
}

/// A call of the operating system that failed.
public struct FileFailure: Error, Hashable, Sendable {
  public let call: FileCall
  public let path: String
  /// The error number, `errno`.
  public let code: Int32

  public init(call: FileCall, path: String, code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }
}

/// The calls of the operating system that the ledger makes.
public enum FileCall: String, Hashable, Sendable, CaseIterable {
  case open
  case lock
  case status
  case read
  case write
  /// Fewer bytes were taken than given; what was taken has been cut off again.
  case shortWrite
  /// `fdatasync` or `fsync` of a file.
  case sync
  case truncate
  case rename
  /// `fsync` of a directory.
  case syncDirectory
  case makeDirectory
  case setMode
  case remove
}

/// Why a file or a directory is not trusted.
public enum DistrustReason: Hashable, Sendable {
  case symbolicLink
  case notARegularFile
  case notADirectory
  case worldWritable
  /// It has so many names that another place could write it.
  case hardLinked(links: Int)
  /// It belongs to a user that is neither root, oneself, nor the project's.
  case foreignOwner(user: UInt32)
}

/// Why bytes are no payload of this version of the log, or a draft can be none.
public enum PayloadProblem: Error, Equatable, Sendable {
  case notCanonical(CanonicalError)
  case notAnObject
  case unknownVersion(Int64)
  case unknownType(String)
  case unknownMember(String)
  case missingMember(String)
  case wrongForm(member: String)
  /// U+0000 stands in a string.
  case nulCharacter
  case tooLarge(bytes: Int, limit: Int)
  /// The line does not end in the 76 bytes that hold the hash.
  case wrongShape
  case wrongHash
}
