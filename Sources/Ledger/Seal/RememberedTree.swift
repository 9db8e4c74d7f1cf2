import Domain

/// The frontier of a log's tree as one client last built it, kept in the client's own folder: so that
/// the next checkpoint costs only the lines since.
///
/// It must not lie in the project: who could change it there could have any root signed. The file holds
/// `adjlog-tree/1`, the size and the hash of the last line, with blanks between, LF; then the roots of
/// the full subtrees, largest first, each with LF.
public struct RememberedTree: Sendable {
  public let path: String

  /// - Parameter directory: see `RememberedHead`.
  public init(directory: String) {
    path = directory + "/tree"
  }

  public struct Content: Hashable, Sendable {
    public var frontier: MerkleFrontier
    /// The head of the log that the frontier is of.
    public var head: Head

    public init(frontier: MerkleFrontier, head: Head) {
      self.frontier = frontier
      self.head = head
    }
  }

  /// What is remembered; nil where nothing is, or nothing that can be read: the log has it all.
  public func read() -> Content? {
    guard let bytes = try? DurableFile.read(path, limit: 1 << 14),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let lines = text.split(separator: "\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3, words[0] == "adjlog-tree/1", let size = Int(words[1]), size > 0,
      let hash = Digest(hex: String(words[2]))
    else { return nil }
    let peaks = lines.dropFirst().compactMap { Digest(hex: String($0)).map(TreeHash.init(leaf:)) }
    guard let frontier = MerkleFrontier(size: size, peaks: peaks) else { return nil }
    let content = Content(frontier: frontier, head: Head(seq: size - 1, hash: hash))
    return Self.bytes(of: content) == bytes ? content : nil
  }

  public func write(_ content: Content) throws(LedgerError) {
    try DurableFile.write(Self.bytes(of: content), to: path)
  }

  private static func bytes(of content: Content) -> [UInt8] {
    let first = "adjlog-tree/1 \(content.frontier.size) \(content.head.hash.hex)"
    return Array(([first] + content.frontier.peaks.map(\.hex)).map { $0 + "\n" }.joined().utf8)
  }
}
