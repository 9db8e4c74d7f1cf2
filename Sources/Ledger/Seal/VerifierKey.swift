import Crypto
import Domain

/// The public half of a key that signs checkpoints.
///
/// Its text is `name+id+key`: a name, eight hexadecimal digits, and base64 of the byte 1 (for Ed25519)
/// and the key. C2SP signed-note; the form is that of golang.org/x/mod/sumdb/note.
public struct VerifierKey: Hashable, Sendable {
  public let name: String
  /// The first four bytes of SHA-256(name ‖ 0A ‖ 01 ‖ public key): which key, not proof of it.
  public let id: UInt32
  let publicKey: [UInt8]

  static let algorithm: UInt8 = 1

  /// - Returns: nil where the name cannot be one, or the key has not 32 bytes.
  init?(name: String, publicKey: [UInt8]) {
    guard NoteName.isSound(name), publicKey.count == 32,
      (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil
    else { return nil }
    self.name = name
    self.publicKey = publicKey
    id = Self.id(name: name, publicKey: publicKey)
  }

  /// - Returns: nil where the text is not exactly what `text` makes.
  public init?(_ text: String) {
    // Not the last pluses: base64 has them too.
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = Base64.bytes(of: parts[2]), bytes.count == 33,
      bytes[0] == Self.algorithm,
      let key = VerifierKey(name: String(parts[0]), publicKey: Array(bytes[1...])),
      key.idText.utf8.elementsEqual(parts[1].utf8)
    else { return nil }
    self = key
  }

  public var text: String {
    "\(name)+\(idText)+\(Base64.text(of: [Self.algorithm] + publicKey))"
  }

  /// The id in eight hexadecimal digits.
  public var idText: String {
    Hexadecimal.text(of: Self.bytes(of: id))
  }

  /// Whether the signature is this key's over these bytes.
  func verifies(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: bytes)
  }

  static func id(name: String, publicKey: [UInt8]) -> UInt32 {
    var hasher = SHA256()
    hasher.update(data: Array(name.utf8) + [0x0A, algorithm] + publicKey)
    return hasher.finalize().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  static func bytes(of id: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: id >> (24 - 8 * $0)) }
  }
}
