import Domain

extension LogFile {
  /// Where a line begins, and what the line before says its hash is.
  struct Place {
    let offset: Int
    /// nil for the first line.
    let previous: Digest?
  }

  /// Finds the line of a position: O(log size) probes, for each line says its own position.
  ///
  /// - Parameter size: where to look no further; bytes before it may be damaged.
  /// - Returns: nil where the file has no such line.
  func seek(_ seq: Int, below size: Int) throws(LedgerError) -> Place? {
    var low = offsets.floor(seq)
    var high = min(size, offsets.ceiling(seq)?.offset ?? size)
    while high - low.offset > 4 * LogFormat.lineLimit {
      let middle = low.offset + (high - low.offset) / 2
      if let probe = try probe(from: middle, to: high), probe.seq < seq, probe.offset > low.offset {
        low = probe
      } else {
        high = middle
      }
    }
    return try walk(from: low, to: seq, below: size)
  }

  /// The first line that begins behind `offset`, if it can be read.
  private func probe(from offset: Int, to limit: Int) throws(LedgerError) -> LineOffsets.Mark? {
    var cursor = LineCursor(from: offset, to: limit)
    guard case .line? = try next(&cursor) else { return nil }
    let start = cursor.offset
    guard case .line(let bytes)? = try next(&cursor), let line = try? LogLine(stored: bytes),
      let seq = try? ReadLine(line).seq
    else { return nil }
    return LineOffsets.Mark(seq: seq, offset: start)
  }

  private func walk(
    from mark: LineOffsets.Mark, to seq: Int, below size: Int
  ) throws(LedgerError) -> Place? {
    var cursor = LineCursor(from: mark.offset, to: size)
    guard seq > mark.seq else { return Place(offset: mark.offset, previous: nil) }
    var skipped: [UInt8] = []
    for _ in mark.seq..<seq {
      guard case .line(let bytes)? = try next(&cursor) else { return nil }
      skipped = bytes
    }
    guard cursor.offset < size else { return nil }
    return Place(offset: cursor.offset, previous: (try? LogLine(stored: skipped))?.hash)
  }

  /// Reads lines from a position on, up to the head, checking each and the chain.
  ///
  /// - Parameter take: returns false to stop.
  mutating func lines(
    from first: Int, _ take: (ReadLine) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    guard first <= head.seq else { return }
    guard let place = try seek(first, below: end) else {
      throw broken(.sequence(expected: first, found: -1), seq: first)
    }
    var cursor = LineCursor(from: place.offset, to: end)
    var known = place.previous.map { Head(seq: first - 1, hash: $0) }
    if first == 0 { known = .empty }
    while true {
      let offset = cursor.offset
      guard case .line(let bytes)? = try next(&cursor) else { return }
      let seq = known.map { $0.seq + 1 } ?? first
      let line: ReadLine
      do {
        line = try ReadLine(LogLine(stored: bytes))
      } catch {
        throw broken(.line(error), seq: seq, offset: offset)
      }
      try requireSuccession(
        line, after: known ?? Head(seq: first - 1, hash: line.previous), offset: offset)
      offsets.note(seq: line.seq, offset: offset)
      known = line.head
      guard try take(line) else { return }
    }
  }
}
