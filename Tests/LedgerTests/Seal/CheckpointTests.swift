import Domain
import Testing

@testable import Ledger

@Suite struct CheckpointTests {
  private let root = TreeHash(leaf: .sha256(of: "root"))
  private let origin = Checkpoint.origin(of: OperationID(high: 1, low: 2))

  private func note(_ text: String) -> SignedNote {
    SignedNote(text: Array(text.utf8), signatures: [])
  }

  @Test func `a checkpoint is read as it was signed`() throws {
    let key = try #require(SigningKey.make(name: origin))
    for state in [nil, Digest.sha256(of: "state")] {
      let made = Checkpoint(
        origin: origin, size: 300, root: root, head: .sha256(of: "head"), state: state)
      let signed = try made.signed(by: key)
      #expect(try Checkpoint(bytes: signed.bytes) == made)
      #expect(try SignedNote(signed.bytes).signers(among: [key.verifier]) == [key.verifier])
      #expect(made.end == Head(seq: 299, hash: .sha256(of: "head")))
    }
  }

  @Test func `its text is what the page says`() {
    let made = Checkpoint(
      origin: origin, size: 7, root: root, head: .sha256(of: "head"), state: .sha256(of: "state"))
    let lines = [
      "tiebreak/00000000000000010000000000000002", "7", Base64.text(of: root.bytes),
      "head \(Digest.sha256(of: "head").hex)", "state \(Digest.sha256(of: "state").hex)", "",
    ]
    #expect(String(decoding: made.text, as: UTF8.self) == lines.joined(separator: "\n"))
  }

  @Test func `lines of others are passed over`() throws {
    let text = "o\n3\n\(Base64.text(of: root.bytes))\nheadless\nwitnessed by x\n"
    let read = try Checkpoint(note(text))
    #expect(read == Checkpoint(origin: "o", size: 3, root: root, head: nil))
    #expect(read.end == nil)
    let empty = try Checkpoint(note("o\n0\n\(Base64.text(of: TreeHash.empty.bytes))\n"))
    #expect(empty.size == 0)
  }

  @Test(arguments: [
    ("o\n3\n", NoteProblem.text), ("o\n\n3\nROOT\n", .text), ("\n3\nROOT\n", .text),
    ("o\n3\nROOT\n\n", .text), ("o\n03\nROOT\n", .size), ("o\n+3\nROOT\n", .size),
    ("o\n-3\nROOT\n", .size), ("o\n3 \nROOT\n", .size), ("o\n\u{0663}\nROOT\n", .size),
    ("o\n0x3\nROOT\n", .size), ("o\n99999999999999999999\nROOT\n", .size), ("o\n00\nROOT\n", .size),
    ("o\n3\nAAAA\n", .digest), ("o\n3\nROOT=\n", .digest), ("o\n3\n ROOT\n", .digest),
    ("o\n3\nROOT\nhead abc\n", .digest), ("o\n3\nROOT\nhead\n", .digest),
    ("o\n3\nROOT\nstate HEAD\nstate HEAD\n", .digest), ("o\n0\nROOT\nhead HEAD\n", .text),
    ("o\n3\nROOT\nhead  HEAD\n", .digest),
  ])
  func `what is not exactly a checkpoint is none`(_ text: String, _ problem: NoteProblem) {
    let filled = text.replacing("ROOT", with: Base64.text(of: root.bytes))
      .replacing("HEAD", with: Digest.zero.hex)
    #expect(throws: problem) { try Checkpoint(note(filled)) }
  }

  @Test func `a folder keeps all, by size, and passes other files over`() throws {
    let folder = try TemporaryFolder()
    let shelf = CheckpointFolder(log: folder.path)
    #expect(try shelf.sizes() == [])
    #expect(try shelf.note(of: 5) == nil)
    for size in [1000, 5, 256] { try shelf.put(Array("note \(size)".utf8), of: size) }
    try shelf.put(Array("again".utf8), of: 256)
    for name in ["x", ".000000000256.1.0", "256", "0000000000256"] {
      try DurableFile.write([1], to: shelf.path + "/" + name)
    }
    #expect(try shelf.sizes() == [5, 256, 1000])
    #expect(try shelf.note(of: 256) == Array("again".utf8))
    #expect(shelf.file(of: 256).hasSuffix("/checkpoints/000000000256"))
  }

  @Test func `a remembered tree goes on where it was, and is forgotten where it was damaged`()
    throws
  {
    let folder = try TemporaryFolder()
    let memory = RememberedTree(directory: folder.path)
    #expect(memory.read() == nil)
    var frontier = MerkleFrontier()
    for index in 0..<11 { frontier.append(TreeHash(leaf: .sha256(of: "\(index)"))) }
    let content = RememberedTree.Content(
      frontier: frontier, head: Head(seq: 10, hash: .sha256(of: "head")))
    try memory.write(content)
    #expect(memory.read() == content)
    let bytes = try #require(try DurableFile.read(memory.path))
    for cut in bytes.indices {
      try DurableFile.write(Array(bytes[..<cut]), to: memory.path)
      #expect(memory.read() == nil)
    }
    try DurableFile.write(bytes + [0x0A], to: memory.path)
    #expect(memory.read() == nil)
  }
}
