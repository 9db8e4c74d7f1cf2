import Domain

/// The file of a log, read and written under the rules of `EventStore`, without the locks.
struct LogFile: ~Copyable, Sendable {
  let folder: LogFolder
  let disk: Disk
  let file: OpenFile
  /// The last line that was read and checked.
  private(set) var head = Head.empty
  /// Where that line ends.
  private(set) var end = 0
  var offsets = LineOffsets()

  init(folder: LogFolder, file: consuming OpenFile, disk: Disk) {
    self.folder = folder
    self.disk = disk
    self.file = file
  }

  /// What stands behind the last good line and is no line: a write that never came to its end.
  struct TornTail: Equatable {
    let offset: Int
    let count: Int
  }

  /// The file's size now.
  func size() throws(LedgerError) -> Int {
    do {
      return try disk.status(of: file).size
    } catch {
      throw .file(error)
    }
  }

  /// Starts from a line that is known, or was judged by itself.
  mutating func anchor(at head: Head, end: Int) {
    self.head = head
    self.end = end
  }

  /// Reads the lines from `end` to `size`, checking each and the chain.
  ///
  /// - Returns: the torn tail, where one stands behind the lines.
  /// - Throws: `LedgerError.broken` where a whole line does not follow.
  mutating func advance(to size: Int) throws(LedgerError) -> TornTail? {
    var cursor = LineCursor(from: end, to: size)
    while let piece = try next(&cursor) {
      guard case .line(let bytes) = piece else {
        return try tornTail(from: end, to: size, line: nil)
      }
      let line: ReadLine
      do {
        line = try ReadLine(LogLine(stored: bytes))
      } catch {
        if let tail = try tornTail(from: end, to: size, line: bytes) { return tail }
        throw broken(.line(error), seq: head.seq + 1, offset: end)
      }
      try requireSuccession(line, after: head, offset: end)
      offsets.note(seq: line.seq, offset: end)
      head = line.head
      end = cursor.offset
    }
    return nil
  }

  /// Adds lines at the end, which must be the file's, and makes them durable.
  ///
  /// After a failed write the file is cut back to what it was.
  ///
  /// - Throws: the failure of the write after which all is as before, or `AppendFailure.lost`.
  mutating func append(_ lines: [EncodedDraft.Line]) throws(AppendFailure) {
    let bytes = lines.flatMap(\.bytes)
    do {
      try disk.write(bytes, to: file)
    } catch {
      try cutBack(after: error)
    }
    do {
      try disk.sync(file)
    } catch {
      // The system may hold the bytes, call them written and never write them. They go, so that
      // nobody builds on them; whoever tries again writes them anew.
      try? disk.truncate(file, to: end)
      throw .lost(error)
    }
    for line in lines {
      offsets.note(seq: line.event.seq, offset: end)
      head = Head(of: line.event)
      end += line.bytes.count
    }
  }

  /// How an append failed.
  enum AppendFailure: Error {
    /// The file is as it was.
    case undone(FileFailure)
    /// Nobody knows what of it is on the disk.
    case lost(FileFailure)
  }

  private func cutBack(after failure: FileFailure) throws(AppendFailure) -> Never {
    do {
      try disk.truncate(file, to: end)
      try disk.sync(file)
    } catch {
      throw .lost(failure)
    }
    throw .undone(failure)
  }

  /// Checks that a line is the one that follows `head`.
  func requireSuccession(
    _ line: ReadLine, after head: Head, offset: Int
  ) throws(LedgerError) {
    let seq = head.seq + 1
    guard line.seq == seq else {
      throw broken(.sequence(expected: seq, found: line.seq), seq: seq, offset: offset)
    }
    guard line.previous == head.hash else {
      throw broken(
        .chain(expected: head.hash, found: line.previous), seq: seq, offset: offset)
    }
  }

  func next(_ cursor: inout LineCursor) throws(LedgerError) -> LineCursor.Piece? {
    do {
      return try cursor.next(of: file, disk: disk)
    } catch {
      throw .file(error)
    }
  }

  func broken(
    _ finding: LogEvidence.Finding, seq: Int, offset: Int? = nil
  ) -> LedgerError {
    .broken(LogEvidence(path: file.path, finding: finding, seq: seq, offset: offset))
  }

  /// Judges what cannot be read: torn where no LF follows, or where the file system left zeros, which
  /// no line holds. Nothing behind it was ever acknowledged: a sync covers all that stands before.
  ///
  /// - Parameter line: the line that cannot be read, where it has an end.
  private func tornTail(
    from offset: Int, to size: Int, line: [UInt8]?
  ) throws(LedgerError) -> TornTail? {
    let tail = TornTail(offset: offset, count: size - offset)
    if let line { return line.contains(0) ? tail : nil }
    var position = offset
    while position < size {
      let block: [UInt8]
      do {
        block = try disk.read(file, from: position, count: min(1 << 18, size - position))
      } catch {
        throw .file(error)
      }
      let mark = block.first { $0 == 0 || $0 == 0x0A }
      if let mark {
        if mark == 0 { return tail }
        throw broken(
          .line(.tooLarge(bytes: size - offset, limit: LogFormat.lineLimit)), seq: head.seq + 1,
          offset: offset)
      }
      guard !block.isEmpty else { break }
      position += block.count
    }
    return tail
  }
}
