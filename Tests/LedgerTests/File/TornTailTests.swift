import Domain
import Ledger
import Testing

/// What opening makes of a file whose last writer died.
@Suite struct TornTailTests {
  private func made(_ count: Int = 40) throws -> (store: FolderStore, bytes: [UInt8]) {
    let store = try FolderStore()
    _ = try store.append(MadeLog.drafts(count: count), expecting: .empty)
    return (store, try store.folder.bytes())
  }

  @Test func `a tail cut at any byte of the last two lines is recovered`() throws {
    let (store, bytes) = try made()
    let events = try store.read(from: 0, limit: 100)
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    let acknowledged = Head(of: events[events.count - 3])
    for cut in ends[ends.count - 3]..<bytes.count {
      try store.folder.replace(with: Array(bytes[..<cut]))
      let opened = try store.reopened(known: [acknowledged])
      let whole = ends.last { $0 <= cut } ?? 0
      let lines = ends.filter { $0 <= cut }.count
      let torn = cut - whole
      let first = events.count - 3
      let read = try opened.read(from: first, limit: 100)
      #expect(Array(read.prefix(lines - first)) == Array(events[first..<lines]))
      #expect(opened.recoveries.map(\.bytes) == (torn > 0 ? [torn] : []))
      #expect(read.count == lines - first + (torn > 0 ? 1 : 0))
      guard torn > 0, case .recovered(let recovery)? = read.last?.body else { continue }
      #expect(recovery == opened.recoveries.first)
      let kept = try DurableFile.read(
        store.folder.log + "/quarantine/" + recovery.digest.hex)
      #expect(kept == Array(bytes[whole..<cut]))
    }
  }

  @Test func `the same below what was acknowledged is broken, and nothing is changed`() throws {
    let (store, bytes) = try made()
    let head = try store.head()
    let lastLine = (bytes.dropLast().lastIndex(of: 0x0A) ?? 0) + 1
    for cut in [lastLine, lastLine + 1, lastLine + 80, bytes.count - 1] {
      let damaged = Array(bytes[..<cut])
      try store.folder.replace(with: damaged)
      requireBroken(store, known: [head], cut: cut)
      #expect(try store.folder.bytes() == damaged)
    }
  }

  private func requireBroken(_ store: FolderStore, known: [Head], cut: Int) {
    let error = #expect(throws: LedgerError.self, "cut at \(cut)") {
      try store.reopened(known: known)
    }
    guard case .broken(let evidence) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(evidence.path == store.folder.events)
    #expect(evidence.seq != nil)
  }

  @Test(arguments: [1, 100, 9000, 300_000])
  func `zeros behind the last line are a torn tail`(count: Int) throws {
    let (store, bytes) = try made()
    let head = try store.head()
    for known in [[], [head]] {
      try store.folder.replace(with: bytes + [UInt8](repeating: 0, count: count))
      let opened = try store.reopened(known: known)
      #expect(opened.recoveries.map(\.bytes) == [count])
      #expect(try opened.head().seq == head.seq + 1)
    }
  }

  @Test func `a hole of zeros before lines that are whole is torn from the hole on`() throws {
    let (store, bytes) = try made()
    let events = try store.read(from: 0, limit: 100)
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    var damaged = bytes
    let start = ends[ends.count - 4] + 10
    for offset in start..<start + 20 { damaged[offset] = 0 }
    try store.folder.replace(with: damaged)
    let opened = try store.reopened(known: [Head(of: events[events.count - 5])])
    #expect(try opened.head().seq == events.count - 3)
    #expect(opened.recoveries.map(\.bytes) == [bytes.count - ends[ends.count - 4]])
    try store.folder.replace(with: damaged)
    requireBroken(store, known: [Head(of: events[events.count - 3])], cut: start)
  }

  @Test func `a whole last line that does not verify is broken, also where nothing is known`()
    throws
  {
    let (store, bytes) = try made()
    for back in [2, 40, 90, 120] {
      var damaged = bytes
      damaged[bytes.count - back] ^= 1
      try store.folder.replace(with: damaged)
      requireBroken(store, known: [], cut: back)
      #expect(try store.folder.bytes() == damaged)
    }
  }

  @Test func `a log that is behind, cut or rewritten is broken by what is remembered`() throws {
    let (store, _) = try made()
    let head = try store.head()
    let ahead = Head(seq: head.seq + 3, hash: .sha256(of: "gone"))
    let other = Head(seq: 12, hash: .sha256(of: "another"))
    for known in [[ahead], [other], [head, other], [.empty, other], [ahead, head]] {
      requireBroken(store, known: known, cut: 0)
    }
    let (second, bytes) = try made(30)
    try second.folder.replace(with: [])
    requireBroken(second, known: [head], cut: 0)
    try second.folder.replace(with: bytes)
    _ = try second.reopened(known: [.empty])
  }

  @Test func `an open handle notices that the file was cut, changed or swapped`() throws {
    for damage in 0..<3 {
      let (store, bytes) = try made()
      switch damage {
      case 0: try store.folder.replace(with: Array(bytes.dropLast(5)))
      case 1: try store.folder.replace(with: Array(bytes.dropLast(5)) + "0\"}\n".utf8 + [0x0A])
      default: try DurableFile.write(bytes, to: store.folder.events)
      }
      let error = #expect(throws: LedgerError.self) {
        try store.append([MadeLog.drafts(count: 1, seed: 5)[0]], expecting: .empty)
      }
      guard case .broken = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func `a live handle recovers from another's torn write before it appends`() throws {
    let (store, _) = try made()
    let head = try store.head()
    try store.folder.append(Array("{\"actor\":\"dead wr".utf8))
    #expect(try store.head() == head)
    let draft = MadeLog.drafts(count: 1, seed: 5)[0]
    guard case .conflict(let now) = try store.append([draft], expecting: head) else {
      Issue.record("the recovery stands in between")
      return
    }
    #expect(now.seq == head.seq + 1)
    #expect(store.store.recoveries.map(\.bytes) == [17])
    guard case .appended = try store.append([draft], expecting: now) else {
      Issue.record("the append is taken")
      return
    }
  }
}
