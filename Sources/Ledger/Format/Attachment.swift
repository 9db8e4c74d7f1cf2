public import Domain

/// Bytes that an event names by digest and count instead of holding them.
public struct Attachment: Hashable, Sendable {
  public let digest: Digest
  public let bytes: [UInt8]

  public init(bytes: [UInt8]) {
    digest = .sha256(of: bytes)
    self.bytes = bytes
  }

  /// How it stands in a payload.
  var reference: CanonicalValue {
    .object(["bytes": .integer(Int64(bytes.count)), "sha256": .string(digest.hex)])
  }
}
