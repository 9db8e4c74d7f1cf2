import Domain

/// Takes a tar archive apart as its bytes come in.
struct TarReader {
  enum Piece {
    case header(TarHeader)
    /// Bytes of the file whose header came last.
    case bytes(UnsafeRawBufferPointer)
    case endOfFile
  }

  private enum State {
    case header
    case body(Int, padding: Int)
    case padding(Int)
    /// Behind the last file: zeros and nothing else.
    case end
  }

  private var state = State.header
  private var block: [UInt8] = []

  /// Whether the archive came to its end.
  var isAtEnd: Bool {
    if case .end = state { true } else { false }
  }

  /// Takes the next piece off the front of `input`; nil where that is used up.
  mutating func next(
    _ input: inout UnsafeRawBufferPointer
  ) throws(BackupProblem) -> Piece? {
    while true {
      switch state {
      case .header:
        guard try fillBlock(&input) else { return nil }
        if let header = try header() { return .header(header) }
      case .body(0, let padding):
        state = .padding(padding)
        return .endOfFile
      case .body(let rest, let padding):
        guard !input.isEmpty else { return nil }
        let taken = Self.take(rest, &input)
        state = .body(rest - taken.count, padding: padding)
        return .bytes(taken)
      case .padding(let rest):
        let taken = Self.take(rest, &input)
        guard taken.allSatisfy({ $0 == 0 }) else {
          throw BackupProblem("something stands between its files")
        }
        guard taken.count == rest else {
          state = .padding(rest - taken.count)
          return nil
        }
        state = .header
      case .end:
        guard input.allSatisfy({ $0 == 0 }) else {
          throw BackupProblem("something stands behind its end")
        }
        input = UnsafeRawBufferPointer(start: nil, count: 0)
        return nil
      }
    }
  }

  /// The header in the block; nil where it is the zeros behind the last file.
  private mutating func header() throws(BackupProblem) -> TarHeader? {
    defer { block = [] }
    guard block.contains(where: { $0 != 0 }) else {
      state = .end
      return nil
    }
    do {
      let header = try TarHeader(block)
      state = .body(header.bytes, padding: TarHeader.padding(after: header.bytes))
      return header
    } catch {
      switch error {
      case .checksum: throw BackupProblem("the head of a file in it is damaged")
      case .notUSTAR: throw BackupProblem("it is no tar archive as POSIX has it")
      case .name: throw BackupProblem("the name of a file in it cannot be read")
      case .size: throw BackupProblem("the size of a file in it cannot be read")
      }
    }
  }

  private mutating func fillBlock(
    _ input: inout UnsafeRawBufferPointer
  ) throws(BackupProblem) -> Bool {
    block += Self.take(TarHeader.size - block.count, &input)
    return block.count == TarHeader.size
  }

  private static func take(
    _ count: Int, _ input: inout UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    let taken = UnsafeRawBufferPointer(rebasing: input.prefix(count))
    input = UnsafeRawBufferPointer(rebasing: input.dropFirst(count))
    return taken
  }
}
