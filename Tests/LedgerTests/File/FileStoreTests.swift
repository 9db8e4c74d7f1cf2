import Domain
import Foundation
import Ledger
import Testing

@Suite struct FileStoreTests {
  @Test func `file and memory hold the same bytes`() throws {
    let store = try FolderStore()
    let memory = MemoryEventStore()
    let drafts = MadeLog.drafts(count: 150)
    _ = try store.append(drafts, expecting: .empty)
    for draft in drafts { _ = try memory.append([draft], expecting: memory.head()) }
    #expect(try store.folder.bytes() == memory.exported)
  }

  @Test func `a log is opened again at its head`() throws {
    let store = try FolderStore()
    let drafts = MadeLog.drafts(count: 150)
    _ = try store.append(drafts, expecting: .empty)
    let head = try store.head()
    let middle = Head(of: try store.read(from: 70, limit: 1)[0])
    for known in [[], [head], [middle], [middle, head], [.empty], [head, .empty]] {
      let again = try store.reopened(known: known)
      #expect(try again.head() == head)
      #expect(try again.read(from: 0, limit: 1000).map(\.draft) == drafts)
      #expect(again.recoveries.isEmpty)
    }
  }

  @Test func `two handles see each other's events`() throws {
    let one = try FolderStore()
    let two = try one.reopened()
    let drafts = MadeLog.drafts(count: 40)
    for (index, draft) in drafts.enumerated() {
      let store: any EventStore = index.isMultiple(of: 2) ? one : two
      let other: any EventStore = index.isMultiple(of: 2) ? two : one
      _ = try store.append([draft], expecting: try other.head())
      #expect(try other.read(from: index, limit: 9).map(\.draft) == [draft])
    }
    #expect(try one.head() == two.head())
  }

  @Test func `any page of a long log is found, with and without marks`() throws {
    let store = try FolderStore()
    let drafts = MadeLog.drafts(count: 2500)
    _ = try store.append(drafts, expecting: .empty)
    var numbers = SeededNumbers(seed: 3)
    let fresh = try store.reopened()
    for _ in 0..<60 {
      let from = Int.random(in: 0..<drafts.count, using: &numbers)
      let page = try fresh.read(from: from, limit: 3)
      #expect(page.map(\.draft) == Array(drafts[from...].prefix(3)))
    }
    #expect(try fresh.read(from: 0, limit: 5000).map(\.draft) == drafts)
    for known in [1, 600, 1900, 2490] {
      let head = Head(of: try fresh.read(from: known, limit: 1)[0])
      #expect(try store.reopened(known: [head]).head() == fresh.head())
    }
  }

  @Test func `no log and a second log are told apart`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: LedgerError.self) {
      try FileEventStore(opening: folder.log, options: .made())
    }
    #expect(error == .noLog(path: folder.log))
    try FileEventStore.create(in: folder.log)
    #expect(throws: LedgerError.logExists(path: folder.events)) {
      try FileEventStore.create(in: folder.log)
    }
  }

  @Test(arguments: [(FileSharing.owner, 0o700, 0o600), (FileSharing.group, 0o2770, 0o660)])
  func `rights are what the project asks for, whatever the umask`(
    sharing: FileSharing, folderMode: Int, fileMode: Int
  ) throws {
    let folder = try TemporaryFolder()
    try FileEventStore.create(in: folder.log, sharing: sharing)
    var options = FileStoreOptions.made()
    options.sharing = sharing
    let store = try FileEventStore(opening: folder.log, options: options)
    _ = try store.append(MadeLog.drafts(count: 60), expecting: .empty)
    try folder.append(Array("torn".utf8))
    _ = try store.append([MadeLog.drafts(count: 1, seed: 9)[0]], expecting: store.head())
    for name in ["", "/attach", "/quarantine"] {
      #expect(try mode(of: folder.log + name) == folderMode)
    }
    for name in ["events.jsonl", "store.lock"] {
      #expect(try mode(of: folder.log + "/" + name) == fileMode)
    }
    for name in folder.names(in: "log/attach") {
      #expect(try mode(of: folder.log + "/attach/" + name) == fileMode)
    }
    for name in folder.names(in: "log/quarantine") {
      #expect(try mode(of: folder.log + "/quarantine/" + name) == fileMode)
    }
  }

  private func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `files that others could write are refused`() throws {
    let files = FileManager.default
    for reason in [DistrustReason.worldWritable, .hardLinked(links: 2), .symbolicLink] {
      let store = try FolderStore()
      let path = store.folder.events
      switch reason {
      case .worldWritable: try files.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
      case .hardLinked: try files.linkItem(atPath: path, toPath: store.folder.path + "/second")
      default:
        try files.moveItem(atPath: path, toPath: store.folder.path + "/elsewhere")
        try files.createSymbolicLink(
          atPath: path, withDestinationPath: store.folder.path + "/elsewhere")
      }
      #expect(throws: LedgerError.untrusted(path: path, reason: reason)) {
        try store.reopened()
      }
    }
    let store = try FolderStore()
    try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: store.folder.log)
    #expect(throws: LedgerError.untrusted(path: store.folder.log, reason: .worldWritable)) {
      try store.reopened()
    }
  }

  @Test func `while another holds the lock, appends are busy`() throws {
    let store = try FolderStore()
    var options = FileStoreOptions.made()
    options.lockWaitMilliseconds = 20
    let second = try FileEventStore(opening: store.folder.log, options: options)
    let path = store.folder.log + "/store.lock"
    let drafts = MadeLog.drafts(count: 2)
    do {
      let lock = try FileLock(path, .exclusive, waitingUpTo: 0)
      #expect(throws: LedgerError.busy(path: path, milliseconds: 20)) {
        try second.append([drafts[0]], expecting: .empty)
      }
      #expect(throws: LedgerError.busy(path: path, milliseconds: 20)) { try second.head() }
      _ = consume lock
    }
    #expect(try second.head() == .empty)
    _ = try second.append([drafts[0]], expecting: .empty)
    #expect(try second.head().seq == 0)
  }

  @Test func `a log opened for reading is not written`() throws {
    let store = try FolderStore()
    _ = try store.append(MadeLog.drafts(count: 20), expecting: .empty)
    try store.folder.append(Array("{\"torn".utf8))
    let before = try store.folder.bytes()
    var options = FileStoreOptions.made()
    options.access = .readOnly
    let reader = try FileEventStore(opening: store.folder.log, options: options)
    #expect(try reader.read(from: 0, limit: 100).count == reader.head().seq + 1)
    #expect(throws: LedgerError.readOnly(path: store.folder.events)) {
      try reader.append(MadeLog.drafts(count: 1, seed: 4), expecting: try reader.head())
    }
    #expect(try store.folder.bytes() == before)
  }

  @Test func `an attachment that changed is found where it is read`() throws {
    let store = try FolderStore()
    let drafts = MadeLog.drafts(count: 100)
    _ = try store.append(drafts, expecting: .empty)
    let name = try #require(store.folder.names(in: "log/attach").first)
    let path = store.folder.log + "/attach/" + name
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[7] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    let digest = try #require(Digest(hex: name))
    #expect(throws: LedgerError.attachment(digest, path: path)) {
      try store.read(from: 0, limit: 1000)
    }
  }
}
