/// Turns compressed bytes into plain ones, a piece at a time.
protocol StreamDecoder: AnyObject {
  /// Bytes after the end of the compressed stream.
  var trailingBytes: Int { get }
  /// Fills some of the room; 0 only at the end of the stream, where its checksum has held.
  func read(
    into room: UnsafeMutableRawBufferPointer, from raw: RawBytes
  ) throws(InterchangeError) -> Int
}

/// A piece of compressed input, and how much of it has been used.
struct InputPiece {
  private var bytes = [UInt8](repeating: 0, count: 128 * 1024)
  private var start = 0
  private var end = 0

  var isEmpty: Bool { start == end }
  var count: Int { end - start }

  /// Reads the next piece; false at the end of the file.
  mutating func refill(from raw: RawBytes) throws(InterchangeError) -> Bool {
    start = 0
    end = try bytes.withUnsafeMutableBufferPointer { room throws(InterchangeError) in
      try raw.read(into: UnsafeMutableRawBufferPointer(room))
    }
    return end > 0
  }

  /// Offers what is left to a step that says how much of it was used.
  mutating func use<Outcome>(
    _ step: (UnsafePointer<UInt8>?, Int, inout Int) -> Outcome
  ) -> Outcome {
    var consumed = 0
    let outcome = bytes.withUnsafeBufferPointer { buffer in
      step(buffer.baseAddress.map { $0 + start }, end - start, &consumed)
    }
    start += consumed
    return outcome
  }

  mutating func drop() {
    start = end
  }

  var first: UInt8? { isEmpty ? nil : bytes[start] }
}
