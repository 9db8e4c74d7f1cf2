import Crypto
public import Domain

/// SHA-256 over bytes that arrive in pieces.
public struct StreamingDigest: Sendable {
  private var hasher = SHA256()

  public init() {}

  /// Takes in the next bytes. O(length).
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
    }
    if done == nil { update(Array(bytes)) }
  }

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    hasher.update(bufferPointer: bytes)
  }

  mutating func update(byte: UInt8) {
    withUnsafeBytes(of: byte) { hasher.update(bufferPointer: $0) }
  }

  /// Whether the digest of all bytes so far is spelled by these lower-case hexadecimal digits.
  func matches(_ digits: UnsafeRawBufferPointer) -> Bool {
    guard digits.count == 64 else { return false }
    return hasher.finalize().withUnsafeBytes { digest in
      for index in 0..<32 {
        let (high, low) = (digest[index] >> 4, digest[index] & 15)
        guard digits[2 * index] == Self.digit(high), digits[2 * index + 1] == Self.digit(low) else {
          return false
        }
      }
      return true
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? value + 0x30 : value - 10 + 0x61
  }

  /// The digest of all bytes so far; more may follow.
  public func digest() -> Domain.Digest {
    Domain.Digest(bytes: hasher.finalize())
  }
}

extension Domain.Digest {
  /// SHA-256 of `bytes`. O(length).
  public static func sha256(of bytes: some Sequence<UInt8>) -> Domain.Digest {
    var hasher = StreamingDigest()
    hasher.update(bytes)
    return hasher.digest()
  }

  /// SHA-256 of a text's UTF-8.
  public static func sha256(of text: String) -> Domain.Digest {
    sha256(of: text.utf8)
  }

  fileprivate init(bytes: some Sequence<UInt8>) {
    guard let digest = Domain.Digest(hex: Hexadecimal.text(of: bytes)) else {
      preconditionFailure("SHA-256 has 32 bytes, so its hexadecimal form has 64 digits.")
    }
    self = digest
  }
}
