import Glibc

/// The private keys of one account, each in a file that nobody else can read, outside every project.
public struct KeyFolder: Sendable {
  public let path: String
  private let disk = Disk()

  /// - Parameter path: usually `$XDG_CONFIG_HOME/tiebreak/keys`.
  public init(path: String) {
    self.path = path
  }

  /// Where a key's private half lies.
  public func file(of key: VerifierKey) -> String {
    let name = String(decoding: key.name.utf8.map { Self.isPlain($0) ? $0 : 0x2D }, as: UTF8.self)
    return "\(path)/\(name)-\(key.idText).key"
  }

  /// Puts a new key into its file, durably.
  ///
  /// - Throws: `LedgerError.key` where the folder is not one's own, or lies inside a project.
  public func store(_ key: SigningKey) throws(LedgerError) {
    do {
      try disk.makeDirectory(path, mode: 0o700)
    } catch {
      throw .file(error)
    }
    try requireFolder()
    let file = file(of: key.verifier)
    guard try status(of: file) == nil else { throw .key(.exists(path: file)) }
    try DurableFile.write(Array((key.text + "\n").utf8), to: file, permissions: 0o600)
  }

  /// The private half of a key; nil where this account does not have it.
  ///
  /// - Throws: `LedgerError.key` where others can read it, or it is not the key that it should be.
  public func signingKey(for key: VerifierKey) throws(LedgerError) -> SigningKey? {
    let file = file(of: key)
    guard let found = try status(of: file) else { return nil }
    try requireFolder()
    try require(found, .regular, at: file)
    guard let bytes = try DurableFile.read(file, limit: 4096), bytes.last == 0x0A,
      let text = String(validating: bytes.dropLast(), as: UTF8.self),
      let signing = SigningKey(text), signing.verifier == key
    else { throw .key(.notTheKey(path: file)) }
    return signing
  }

  /// Whether the private half of a key seems to be here. Nothing of it is read.
  public func holds(_ key: VerifierKey) -> Bool {
    (try? status(of: file(of: key))) != nil
  }

  private func requireFolder() throws(LedgerError) {
    guard let found = try status(of: path) else { throw .key(.foreign(path: path)) }
    try require(found, .directory, at: path)
    if let project = projectAround() { throw .key(.insideProject(path: path, project: project)) }
  }

  private func require(
    _ found: FileStatus, _ kind: FileStatus.Kind, at path: String
  ) throws(LedgerError) {
    guard found.kind == kind, found.owner == geteuid() else { throw .key(.foreign(path: path)) }
    guard found.mode & 0o077 == 0 else { throw .key(.readableByOthers(path: path)) }
  }

  /// The project that the folder lies in: whoever gets a copy of the project would get the key.
  private func projectAround() -> String? {
    guard var place = disk.real(path) else { return nil }
    while place != "/" {
      place = Disk.parent(of: place)
      let log = place == "/" ? "/log/events.jsonl" : place + "/log/events.jsonl"
      if (try? disk.status(at: log)) != nil { return place }
    }
    return nil
  }

  private func status(of path: String) throws(LedgerError) -> FileStatus? {
    do {
      return try disk.status(at: path)
    } catch {
      throw .file(error)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: false
    }
  }
}

/// Why a private key is not used.
public enum KeyProblem: Hashable, Sendable {
  /// Others than its owner have rights to the file or its folder.
  case readableByOthers(path: String)
  /// The file or its folder is a link, something else than a file or folder, or another user's.
  case foreign(path: String)
  /// The folder of keys lies inside a project.
  case insideProject(path: String, project: String)
  case exists(path: String)
  /// The file holds no key, or another one.
  case notTheKey(path: String)
  case cannotSign
  /// None of the keys in force is in this account's folder.
  case noneHere(folder: String)
}
