import Domain
import Foundation
import Ledger
import Testing

@Suite struct RememberedHeadTests {
  @Test func `a head is remembered`() throws {
    let folder = try TemporaryFolder()
    let remembered = RememberedHead(directory: folder.path)
    #expect(try remembered.read() == nil)
    for seq in [0, 41, 41_000_000] {
      let head = Head(seq: seq, hash: .sha256(of: "\(seq)"))
      try remembered.write(head)
      #expect(try remembered.read() == head)
    }
    #expect(folder.names(in: "") == ["head"])
  }

  @Test(arguments: ["", "\n", "adjlog-head/1 1 00\n", "adjlog-head/2 1 2\n", "x"])
  func `what is no remembered head is not taken for none`(text: String) throws {
    let folder = try TemporaryFolder()
    let remembered = RememberedHead(directory: folder.path)
    try Data(text.utf8).write(to: URL(fileURLWithPath: remembered.path))
    let evidence = LogEvidence(path: remembered.path, finding: .unreadableMemory)
    #expect(throws: LedgerError.broken(evidence)) { try remembered.read() }
  }
}
