package import Domain

/// One line of a log: its payload, with the hash that chains it.
///
/// The bytes are the payload without its last brace, `,"hash":"`, the hash, `"}` and LF; the hash is
/// SHA-256 of a zero byte and the payload.
package struct LogLine: Hashable, Sendable {
  /// The whole line, LF included.
  package let bytes: [UInt8]
  package let hash: Digest

  /// - Parameter payload: a canonical object.
  init(payload: [UInt8]) {
    hash = payload.withUnsafeBytes { Self.hasher(ofPayload: $0).digest() }
    var bytes = payload
    bytes.reserveCapacity(payload.count - 1 + LogFormat.tailLength)
    bytes.removeLast()
    bytes.append(contentsOf: LogFormat.tailOpening)
    bytes.append(contentsOf: hash.hex.utf8)
    bytes.append(contentsOf: LogFormat.tailClosing)
    self.bytes = bytes
  }

  /// Reads a line that stands in a log, and checks its shape and its hash.
  ///
  /// - Parameter bytes: with the LF at the end.
  package init(stored bytes: [UInt8]) throws(PayloadProblem) {
    guard bytes.count <= LogFormat.lineLimit else {
      throw .tooLarge(bytes: bytes.count, limit: LogFormat.lineLimit)
    }
    let cut = bytes.count - LogFormat.tailLength
    let digits = cut + LogFormat.tailOpening.count
    guard cut > 0, bytes[cut..<digits].elementsEqual(LogFormat.tailOpening),
      bytes[(digits + 64)...].elementsEqual(LogFormat.tailClosing),
      let hash = Digest(hex: String(decoding: bytes[digits..<digits + 64], as: UTF8.self))
    else { throw .wrongShape }
    self.bytes = bytes
    self.hash = hash
    let isRight = bytes.withUnsafeBytes { line in
      var hasher = Self.hasher(ofPayload: UnsafeRawBufferPointer(rebasing: line[..<cut]))
      hasher.update(byte: UInt8(ascii: "}"))
      return hasher.matches(UnsafeRawBufferPointer(rebasing: line[digits..<digits + 64]))
    }
    guard isRight else { throw .wrongHash }
  }

  var payload: [UInt8] {
    var payload = Array(bytes.dropLast(LogFormat.tailLength))
    payload.append(UInt8(ascii: "}"))
    return payload
  }

  /// What the hash is taken with: a zero byte, then the payload.
  private static func hasher(ofPayload payload: UnsafeRawBufferPointer) -> StreamingDigest {
    var hasher = StreamingDigest()
    hasher.update(byte: 0)
    hasher.update(payload)
    return hasher
  }
}
