import Crypto
public import Domain

/// A SHA-256 digest as 32 bytes in place: what a tree over a million lines is made of.
public struct TreeHash: Hashable, Sendable {
  private let words: SIMD4<UInt64>

  /// The tree's leaf for a line: its hash as the line states it, which is SHA-256(00 ‖ payload) and so
  /// the leaf hash of RFC 6962, section 2.1.
  public init(leaf: Domain.Digest) {
    self.init(leaf)
  }

  init(_ digest: Domain.Digest) {
    self.init(digits: Array(digest.hex.utf8))
  }

  /// - Parameter digits: 64 lower-case hexadecimal ones.
  init(digits: [UInt8]) {
    self.init { bytes in
      for index in 0..<32 {
        bytes[index] = Self.value(digits[2 * index]) << 4 | Self.value(digits[2 * index + 1])
      }
    }
  }

  /// - Returns: nil where there are not 32 bytes.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.init { $0.copyBytes(from: bytes) }
  }

  private init(_ fill: (UnsafeMutableRawBufferPointer) -> Void) {
    var words = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &words) { fill($0) }
    self.words = words
  }

  /// SHA-256(01 ‖ left ‖ right): RFC 6962, section 2.1.
  static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
    var hasher = SHA256()
    withUnsafeBytes(of: UInt8(1)) { hasher.update(bufferPointer: $0) }
    withUnsafeBytes(of: left.words) { hasher.update(bufferPointer: $0) }
    withUnsafeBytes(of: right.words) { hasher.update(bufferPointer: $0) }
    let digest = hasher.finalize()
    return TreeHash { bytes in digest.withUnsafeBytes { bytes.copyBytes(from: $0) } }
  }

  /// The root of a tree without leaves: SHA-256 of nothing.
  public static let empty: TreeHash = {
    let digest = SHA256().finalize()
    return TreeHash { bytes in digest.withUnsafeBytes { bytes.copyBytes(from: $0) } }
  }()

  public var bytes: [UInt8] {
    withUnsafeBytes(of: words) { Array($0) }
  }

  /// In 64 lower-case hexadecimal digits.
  public var hex: String { Hexadecimal.text(of: bytes) }

  private static func value(_ digit: UInt8) -> UInt8 {
    digit < 0x3A ? digit - 0x30 : digit - 0x61 + 10
  }
}
