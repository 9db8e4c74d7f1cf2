import Domain

extension LogFile {
  /// Finds the head, and holds the log against what is known of it.
  ///
  /// Reads only the lines from the newest known head on; where nothing is known, a fixed number of
  /// bytes at the end.
  ///
  /// - Returns: the torn tail, where one stands at the end.
  mutating func findHead(known: [Head]) throws(LedgerError) -> TornTail? {
    let size = try size()
    let newest = known.max { $0.seq < $1.seq }
    if let newest, newest.seq >= 0 {
      try anchor(atKnown: newest, below: size)
    } else {
      try anchorNearEnd(below: size)
    }
    let tail = try advance(to: size)
    for head in known where head.seq >= 0 { try require(head) }
    return tail
  }

  /// Checks that the log has this head at its position.
  mutating func require(_ known: Head) throws(LedgerError) {
    guard known.seq >= 0 else { return }
    guard known.seq <= head.seq else {
      throw .broken(.endsBefore(known, end: head, path: file.path))
    }
    if known == head { return }
    let path = file.path
    try lines(from: known.seq) { (line) throws(LedgerError) in
      guard line.line.hash == known.hash else {
        throw .broken(.differs(known, found: line.line.hash, path: path))
      }
      return false
    }
  }

  private mutating func anchor(atKnown known: Head, below size: Int) throws(LedgerError) {
    if try ends(with: known, at: size) {
      anchor(at: known, end: size)
      return
    }
    guard let place = try seek(known.seq, below: size) else {
      try anchorNearEnd(below: size)
      _ = try advance(to: size)
      throw .broken(.endsBefore(known, end: head, path: file.path))
    }
    var cursor = LineCursor(from: place.offset, to: size)
    guard case .line(let bytes)? = try next(&cursor) else {
      let end = Head(seq: known.seq - 1, hash: place.previous ?? .zero)
      throw .broken(.endsBefore(known, end: end, path: file.path))
    }
    let line: ReadLine
    do {
      line = try ReadLine(LogLine(stored: bytes))
    } catch {
      throw broken(.line(error), seq: known.seq, offset: place.offset)
    }
    guard line.head == known else {
      throw .broken(.differs(known, found: line.line.hash, path: file.path))
    }
    anchor(at: known, end: cursor.offset)
  }

  /// Whether the file ends with the line of this head: so it mostly does, and no search is needed.
  private func ends(with known: Head, at size: Int) throws(LedgerError) -> Bool {
    let start = max(0, size - 8192)
    let bytes: [UInt8]
    do {
      bytes = try disk.read(file, from: start, count: size - start)
    } catch {
      throw .file(error)
    }
    guard bytes.last == 0x0A else { return false }
    let before = bytes.dropLast().lastIndex(of: 0x0A)
    guard before != nil || start == 0 else { return false }
    let line = Array(bytes[((before ?? -1) + 1)...])
    return (try? ReadLine(LogLine(stored: line)).head) == known
  }

  /// Starts from the first line that can be read in the last bytes of the file: in more of them where
  /// lines or a torn tail are long.
  private mutating func anchorNearEnd(below size: Int) throws(LedgerError) {
    var window = 1 << 14
    while window < size {
      var cursor = LineCursor(from: size - window, to: size)
      if case .line? = try next(&cursor), case .line(let bytes)? = try next(&cursor),
        let line = try? LogLine(stored: bytes), let first = try? ReadLine(line)
      {
        anchor(at: first.head, end: cursor.offset)
        return
      }
      window *= 4
    }
    anchor(at: .empty, end: 0)
  }
}
