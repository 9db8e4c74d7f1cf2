import Domain

/// One line of a log: its payload, with the hash that chains it.
///
/// The bytes are the payload without its last brace, `,"hash":"`, the hash, `"}` and LF; the hash is
/// SHA-256 of a zero byte and the payload.
struct LogLine: Hashable, Sendable {
  /// The whole line, LF included.
  let bytes: [UInt8]
  let hash: Digest

  /// - Parameter payload: a canonical object.
  init(payload: [UInt8]) {
    hash = Self.hash(ofPayload: payload)
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
  init(stored bytes: [UInt8]) throws(PayloadProblem) {
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
    guard Self.hash(ofPayload: payload) == hash else { throw .wrongHash }
  }

  var payload: [UInt8] {
    var payload = Array(bytes.dropLast(LogFormat.tailLength))
    payload.append(UInt8(ascii: "}"))
    return payload
  }

  private static func hash(ofPayload payload: [UInt8]) -> Digest {
    var hasher = StreamingDigest()
    hasher.update(CollectionOfOne(0))
    hasher.update(payload)
    return hasher.digest()
  }
}
