import Domain

/// The leaves of a log's tree, read off the lines' ends.
public enum LogLeaves {
  /// The first `limit` leaves of a log's file, or all.
  ///
  /// Nothing is checked but that each line ends in a hash: hold the root against a verification or a
  /// checkpoint. O(bytes) time, 32 bytes an event.
  public static func read(_ path: String, limit: Int? = nil) throws(LedgerError) -> [TreeHash] {
    var leaves: [TreeHash] = []
    var problem: LedgerError?
    try LogExport.read(path, limit: limit) { block in
      for line in block.split(separator: 0x0A) {
        guard let hash = hash(of: line) else {
          let evidence = LogEvidence(
            path: path, finding: .line(.wrongShape), seq: leaves.count)
          problem = .broken(evidence)
          return false
        }
        leaves.append(TreeHash(leaf: hash))
      }
      return true
    }
    if let problem { throw problem }
    return leaves
  }

  /// - Parameter line: without its line feed.
  private static func hash(of line: ArraySlice<UInt8>) -> Digest? {
    guard line.count > LogFormat.tailLength else { return nil }
    return Digest(hex: String(decoding: line.dropLast(2).suffix(64), as: UTF8.self))
  }
}
