import Crypto

/// A key that signs checkpoints. It is read from its file when something is to be signed, and never
/// printed.
public struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
  public let verifier: VerifierKey
  private let secret: Curve25519.Signing.PrivateKey

  private init?(name: String, secret: Curve25519.Signing.PrivateKey) {
    let publicKey = Array(secret.publicKey.rawRepresentation)
    guard let verifier = VerifierKey(name: name, publicKey: publicKey) else { return nil }
    self.verifier = verifier
    self.secret = secret
  }

  /// Says which key it is, and nothing of the secret; so do error messages and debuggers.
  public var description: String { "the private half of \(verifier.text)" }

  public var customMirror: Mirror { Mirror(self, children: []) }

  /// Draws a new key.
  ///
  /// - Returns: nil where the name cannot be a key's.
  public static func make(name: String) -> SigningKey? {
    SigningKey(name: name, secret: Curve25519.Signing.PrivateKey())
  }

  /// Reads the text of a key's file; see `text`.
  ///
  /// - Returns: nil where it is not exactly what `text` makes.
  init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY",
      let bytes = Base64.bytes(of: parts[4]), bytes.count == 33,
      bytes[0] == VerifierKey.algorithm,
      let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes[1...]),
      let key = SigningKey(name: String(parts[2]), secret: secret),
      key.verifier.idText.utf8.elementsEqual(parts[3].utf8)
    else { return nil }
    self = key
  }

  /// `PRIVATE+KEY+name+id+seed`, as golang.org/x/mod/sumdb/note writes it: what stands in the file.
  var text: String {
    let seed = [VerifierKey.algorithm] + Array(secret.rawRepresentation)
    return "PRIVATE+KEY+\(verifier.name)+\(verifier.idText)+\(Base64.text(of: seed))"
  }

  func signature(over bytes: [UInt8]) throws(LedgerError) -> NoteSignature {
    do {
      return NoteSignature(
        name: verifier.name, id: verifier.id, bytes: Array(try secret.signature(for: bytes)))
    } catch {
      throw .key(.cannotSign)
    }
  }
}
