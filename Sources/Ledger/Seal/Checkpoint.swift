public import Domain

/// What a log was at one moment, in the form that is signed: a C2SP checkpoint.
///
/// Its lines are the origin, the size, and the root of the tree over the lines' hashes in base64. Two
/// further lines follow from the log too, so that whoever has the log can check them: `head` and the
/// hash of the last line, which a client compares without building the tree; and, where the log was
/// verified before it was signed, `state` and the state hash.
public struct Checkpoint: Hashable, Sendable {
  /// The log's name: `tiebreak/` and the project's id.
  public let origin: String
  /// How many lines it speaks of: those at 0 ..< size.
  public let size: Int
  public let root: TreeHash
  /// The hash of the last of them.
  public let head: Digest?
  public let state: Digest?

  public init(origin: String, size: Int, root: TreeHash, head: Digest?, state: Digest? = nil) {
    self.origin = origin
    self.size = size
    self.root = root
    self.head = head
    self.state = state
  }

  /// The origin of a project's log, and the name of its keys.
  public static func origin(of project: OperationID) -> String {
    "tiebreak/\(project.hex)"
  }

  /// Where the log ended; nil where the note does not say.
  public var end: Head? {
    head.map { Head(seq: size - 1, hash: $0) }
  }

  /// Reads the text of a note.
  public init(_ note: SignedNote) throws(NoteProblem) {
    let text = String(decoding: note.text.dropLast(), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else { throw .text }
    guard let size = Int(lines[1]), size >= 0, String(size).utf8.elementsEqual(lines[1].utf8) else {
      throw .size
    }
    guard let bytes = Base64.bytes(of: lines[2]), let root = TreeHash(bytes: bytes) else {
      throw .digest
    }
    origin = String(lines[0])
    self.size = size
    self.root = root
    head = try Self.digest("head", in: lines[3...])
    state = try Self.digest("state", in: lines[3...])
    guard head == nil || size > 0 else { throw .text }
  }

  public init(bytes: [UInt8]) throws(NoteProblem) {
    self = try Checkpoint(SignedNote(bytes))
  }

  /// What is signed.
  var text: [UInt8] {
    var lines = [origin, String(size), Base64.text(of: root.bytes)]
    if let head { lines.append("head \(head.hex)") }
    if let state { lines.append("state \(state.hex)") }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  public func signed(by key: SigningKey) throws(LedgerError) -> SignedNote {
    SignedNote(text: text, signatures: [try key.signature(over: text)])
  }

  /// The digest behind a word. Lines that begin with other words are somebody else's and are passed over.
  private static func digest(
    _ word: String, in lines: ArraySlice<Substring>
  ) throws(NoteProblem) -> Digest? {
    let found = lines.filter { $0 == word || $0.hasPrefix(word + " ") }
    guard let line = found.first else { return nil }
    guard found.count == 1, let digest = Digest(hex: String(line.dropFirst(word.count + 1))) else {
      throw .digest
    }
    return digest
  }
}
