/// A text and who signed it: a C2SP signed note.
public struct SignedNote: Hashable, Sendable {
  /// Larger notes are refused unread.
  public static let limit = 1 << 16
  /// More signatures than anybody puts on a checkpoint; C2SP asks for at least 16.
  public static let signatureLimit = 64

  /// Ends with a line feed.
  public let text: [UInt8]
  /// In the order of the note.
  public let signatures: [NoteSignature]

  init(text: [UInt8], signatures: [NoteSignature]) {
    self.text = text
    self.signatures = signatures
  }

  /// Takes a note apart, strictly: whatever is not exactly a note is none.
  public init(_ bytes: [UInt8]) throws(NoteProblem) {
    guard bytes.count <= Self.limit else { throw .tooLarge }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    guard !bytes.contains(where: { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F }) else {
      throw .controlCharacter
    }
    guard bytes.last == 0x0A else { throw .unterminated }
    // The last blank line parts text and signatures.
    guard
      let cut = bytes.indices.dropLast().last(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }
      ),
      cut + 2 < bytes.count
    else { throw .noSignature }
    text = Array(bytes[...cut])
    let lines = bytes[(cut + 2)...].dropLast().split(
      separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count <= Self.signatureLimit else { throw .tooManySignatures }
    var signatures: [NoteSignature] = []
    for line in lines {
      guard let signature = NoteSignature(line: String(decoding: line, as: UTF8.self)) else {
        throw .signatureLine
      }
      signatures.append(signature)
    }
    self.signatures = signatures
  }

  public var bytes: [UInt8] {
    text + [0x0A] + signatures.flatMap { Array("\($0.line)\n".utf8) }
  }

  /// The same note with one signature more.
  func adding(_ signature: NoteSignature) -> SignedNote {
    SignedNote(text: text, signatures: signatures + [signature])
  }

  /// The same note with the signatures of another one of the same text, those of no key twice.
  public func adding(_ other: SignedNote) -> SignedNote {
    let more = other.signatures.filter { one in
      !signatures.contains { $0.id == one.id && $0.name == one.name }
    }
    return SignedNote(text: text, signatures: signatures + more)
  }

  /// Who of these signed it. Signatures of keys that are not among them say nothing.
  ///
  /// - Throws: `forged` where the signature of one of them does not verify, `unknownSigner` where none
  ///   of them signed.
  public func signers(among keys: [VerifierKey]) throws(NoteProblem) -> [VerifierKey] {
    var signers: [VerifierKey] = []
    for signature in signatures {
      for key in keys
      where key.id == signature.id && key.name.utf8.elementsEqual(signature.name.utf8) {
        guard key.verifies(signature.bytes, over: text) else { throw .forged(key: key.idText) }
        if !signers.contains(key) { signers.append(key) }
      }
    }
    guard !signers.isEmpty else { throw .unknownSigner }
    return signers
  }
}

/// One signature of a note.
public struct NoteSignature: Hashable, Sendable {
  public let name: String
  public let id: UInt32
  let bytes: [UInt8]

  init(name: String, id: UInt32, bytes: [UInt8]) {
    self.name = name
    self.id = id
    self.bytes = bytes
  }

  /// `— name base64(id ‖ signature)`, without its line feed.
  init?(line: String) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.elementsEqual("\u{2014}".utf8),
      NoteName.isSound(parts[1]), let stored = Base64.bytes(of: parts[2]), stored.count > 4
    else { return nil }
    name = String(parts[1])
    id = stored.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    bytes = Array(stored.dropFirst(4))
  }

  var line: String {
    "\u{2014} \(name) \(Base64.text(of: VerifierKey.bytes(of: id) + bytes))"
  }
}

/// Why bytes are no note, or a note is not to be believed.
public enum NoteProblem: Error, Hashable, Sendable {
  case tooLarge
  case notUTF8
  case controlCharacter
  /// The last line has no line feed.
  case unterminated
  case noSignature
  case signatureLine
  case tooManySignatures
  /// The text is not a checkpoint's: origin, size, root and further lines.
  case text
  /// The size is not a number, or has a leading zero.
  case size
  /// The root, or a digest in a further line, is none.
  case digest
  /// It names a key that is known, and is not that key's.
  case forged(key: String)
  /// No key that is known signed it.
  case unknownSigner
}
