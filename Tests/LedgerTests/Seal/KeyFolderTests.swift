import Domain
import Foundation
import Testing

@testable import Ledger

/// A private key is used only where nobody else can have read it.
@Suite struct KeyFolderTests {
  private let folder: TemporaryFolder
  private let keys: KeyFolder
  private let key: SigningKey

  init() throws {
    folder = try TemporaryFolder()
    keys = KeyFolder(path: folder.path + "/keys")
    key = try #require(SigningKey.make(name: "tiebreak/0123"))
  }

  private func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func setMode(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  @Test func `a key is found again, for oneself alone`() throws {
    #expect(try keys.signingKey(for: key.verifier) == nil)
    #expect(!keys.holds(key.verifier))
    try keys.store(key)
    #expect(keys.holds(key.verifier))
    #expect(try keys.signingKey(for: key.verifier)?.text == key.text)
    #expect(try mode(of: keys.path) == 0o700)
    #expect(try mode(of: keys.file(of: key.verifier)) == 0o600)
    #expect(throws: LedgerError.key(.exists(path: keys.file(of: key.verifier)))) {
      try keys.store(key)
    }
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o601])
  func `a file that others have rights to is refused`(_ mode: Int) throws {
    try keys.store(key)
    try setMode(mode, of: keys.file(of: key.verifier))
    #expect(throws: LedgerError.key(.readableByOthers(path: keys.file(of: key.verifier)))) {
      try keys.signingKey(for: key.verifier)
    }
  }

  @Test func `so is a folder that others have rights to`() throws {
    try keys.store(key)
    try setMode(0o750, of: keys.path)
    #expect(throws: LedgerError.key(.readableByOthers(path: keys.path))) {
      try keys.signingKey(for: key.verifier)
    }
  }

  @Test func `a link in place of a key is refused`() throws {
    try keys.store(key)
    let file = keys.file(of: key.verifier)
    try FileManager.default.moveItem(atPath: file, toPath: folder.path + "/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: file, withDestinationPath: folder.path + "/elsewhere")
    #expect(throws: LedgerError.key(.foreign(path: file))) {
      try keys.signingKey(for: key.verifier)
    }
  }

  @Test func `keys are neither kept nor used inside a project`() throws {
    try keys.store(key)
    try FileEventStore.create(in: folder.log)
    let project = try #require(Disk().real(folder.path))
    let problem = LedgerError.key(.insideProject(path: keys.path, project: project))
    #expect(throws: problem) { try keys.signingKey(for: key.verifier) }
    let other = try #require(SigningKey.make(name: "tiebreak/4567"))
    #expect(throws: problem) { try keys.store(other) }
    #expect(!keys.holds(other.verifier))
  }

  @Test func `another key, or none, under the key's name is refused`() throws {
    try keys.store(key)
    let file = keys.file(of: key.verifier)
    let other = try #require(SigningKey.make(name: "tiebreak/0123"))
    for text in ["", "x\n", key.text, key.text + "\n\n", other.text + "\n"] {
      try DurableFile.write(Array(text.utf8), to: file)
      #expect(throws: LedgerError.key(.notTheKey(path: file))) {
        try keys.signingKey(for: key.verifier)
      }
    }
  }

  @Test func `a key that is printed by accident shows no secret`() {
    var dumped = ""
    dump(key, to: &dumped)
    let seed = key.text.split(separator: "+", maxSplits: 4)[4]
    for text in [dumped, "\(key)", String(reflecting: key)] { #expect(!text.contains(seed)) }
  }

  @Test func `a name with a slash stays in the folder`() throws {
    let key = try #require(SigningKey.make(name: "../../x"))
    try keys.store(key)
    #expect(keys.file(of: key.verifier).hasPrefix(keys.path + "/.."))
    #expect(!keys.file(of: key.verifier).dropFirst(keys.path.count + 1).contains("/"))
  }
}
