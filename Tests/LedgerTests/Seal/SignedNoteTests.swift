import Domain
import Testing

@testable import Ledger

/// Notes are taken apart strictly, and believed only where a known key signed them.
@Suite struct SignedNoteTests {
  /// The example of golang.org/x/mod/sumdb/note: its keys, its text, its signature.
  private enum Published {
    static let secret =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let text =
      "If you think cryptography is the answer to your problem,\n"
      + "then you don't know what your problem is.\n"
    static let signature =
      "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
  }

  @Test func `the published note verifies, and is signed again with the same bytes`() throws {
    let key = try #require(VerifierKey(Published.key))
    #expect(key.name == "PeterNeumann")
    #expect(key.idText == "c74f20a3")
    #expect(key.text == Published.key)
    let note = try SignedNote(Array((Published.text + "\n" + Published.signature).utf8))
    #expect(try note.signers(among: [key]) == [key])
    let secret = try #require(SigningKey(Published.secret))
    #expect(secret.verifier == key)
    #expect(secret.text == Published.secret)
    let signature = try secret.signature(over: note.text)
    #expect(signature.name == note.signatures[0].name)
    #expect(note.signatures.count == 1)
  }

  @Test func `a note is read as it was written`() throws {
    let key = try #require(SigningKey.make(name: "tiebreak/x"))
    let note = SignedNote(text: Array("a\n\nb\n".utf8), signatures: [])
    let signed = note.adding(try key.signature(over: note.text))
    let read = try SignedNote(signed.bytes)
    #expect(read == signed)
    #expect(try read.signers(among: [key.verifier]) == [key.verifier])
  }

  @Test func `unknown signatures say nothing, a forged one of a known key rejects the note`() throws
  {
    let mine = try #require(SigningKey.make(name: "tiebreak/x"))
    let other = try #require(SigningKey.make(name: "tiebreak/x"))
    let text = Array("a\n1\n".utf8)
    let byBoth = SignedNote(
      text: text, signatures: [try other.signature(over: text), try mine.signature(over: text)])
    #expect(try byBoth.signers(among: [mine.verifier]) == [mine.verifier])
    #expect(throws: NoteProblem.unknownSigner) {
      try SignedNote(text: text, signatures: [try other.signature(over: text)])
        .signers(among: [mine.verifier])
    }
    #expect(throws: NoteProblem.unknownSigner) { try byBoth.signers(among: []) }
    let forged = SignedNote(
      text: text, signatures: [try other.signature(over: text), try mine.signature(over: [1])])
    #expect(throws: NoteProblem.forged(key: mine.verifier.idText)) {
      try forged.signers(among: [other.verifier, mine.verifier])
    }
  }

  @Test func `every changed byte of a note is found`() throws {
    let key = try #require(SigningKey.make(name: "tiebreak/x"))
    let text = Array("tiebreak/x\n12\nroot\n".utf8)
    let bytes = SignedNote(text: text, signatures: [try key.signature(over: text)]).bytes
    var missed: [Int] = []
    for offset in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[offset] ^= 1 << bit
        if (try? SignedNote(changed).signers(among: [key.verifier])) != nil {
          missed.append(offset)
        }
      }
    }
    #expect(missed.isEmpty)
  }

  @Test(arguments: [
    ("", NoteProblem.unterminated),
    ("a\n", .noSignature),
    ("a\n\n", .noSignature),
    ("a\n\n\u{2014} k AAAAAAA=", .unterminated),
    ("a\u{7}\n\n\u{2014} k AAAAAAA=\n", .controlCharacter),
    ("a\r\n\n\u{2014} k AAAAAAA=\n", .controlCharacter),
    ("a\tb\n\n\u{2014} k AAAAAAA=\n", .controlCharacter),
    ("a\u{7F}\n\n\u{2014} k AAAAAAA=\n", .controlCharacter),
    ("a\n\n- k AAAAAAA=\n", .signatureLine),
    ("a\n\n\u{2013} k AAAAAAA=\n", .signatureLine),
    ("a\n\n\u{2014}k AAAAAAA=\n", .signatureLine),
    ("a\n\n\u{2014}  k AAAAAAA=\n", .signatureLine),
    ("a\n\n\u{2014} k AAAAAAA= \n", .signatureLine),
    ("a\n\n\u{2014} k+k AAAAAAA=\n", .signatureLine),
    ("a\n\n\u{2014} \u{A0} AAAAAAA=\n", .signatureLine),
    ("a\n\n\u{2014} \u{202E}k AAAAAAA=\n", .signatureLine),
    ("a\n\n\u{2014} k AAAAAAA\n", .signatureLine),
    ("a\n\n\u{2014} k AAAA=AAA\n", .signatureLine),
    ("a\n\n\u{2014} k AAAAAAB=\n", .signatureLine),
    ("a\n\n\u{2014} k AAA-AAA=\n", .signatureLine),
    ("a\n\n\u{2014} k AAAA\n", .signatureLine),
    ("a\n\n\u{2014} k AAAAAAA=\nmore\n", .signatureLine),
  ])
  func `what is not exactly a note is none`(_ text: String, _ problem: NoteProblem) {
    #expect(throws: problem) { try SignedNote(Array(text.utf8)) }
  }

  @Test func `notes have limits, and sixteen signatures are within them`() throws {
    let line = "\u{2014} k AAAAAAA=\n"
    let many = "a\n\n" + String(repeating: line, count: 16)
    #expect(try SignedNote(Array(many.utf8)).signatures.count == 16)
    let tooMany = "a\n\n" + String(repeating: line, count: SignedNote.signatureLimit + 1)
    #expect(throws: NoteProblem.tooManySignatures) { try SignedNote(Array(tooMany.utf8)) }
    let long = String(repeating: "a", count: SignedNote.limit) + "\n\n" + line
    #expect(throws: NoteProblem.tooLarge) { try SignedNote(Array(long.utf8)) }
    #expect(throws: NoteProblem.notUTF8) { try SignedNote([0x61, 0xFF, 0x0A, 0x0A] + line.utf8) }
  }

  @Test(arguments: [
    "", "a", "a+b", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWAA==",
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
  ])
  func `what is not exactly a key is none`(_ text: String) {
    #expect(VerifierKey(text) == nil)
    #expect(SigningKey("PRIVATE+KEY+" + text) == nil)
  }

  @Test func `base64 has one spelling for every bytes`() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
      let text = Base64.text(of: bytes)
      #expect(Base64.bytes(of: text) == bytes)
      #expect(text.utf8.count == (count + 2) / 3 * 4)
    }
    #expect(Base64.text(of: Array("foobar".utf8)) == "Zm9vYmFy")
    #expect(Base64.text(of: Array("foob".utf8)) == "Zm9vYg==")
    for wrong in ["Z", "Zg", "Zg=", "Zh==", "Zm9=", "====", "Zg==Zg==", "Z===", "Zm9v\n", " Zm9v"] {
      #expect(Base64.bytes(of: wrong) == nil, "\(wrong)")
    }
  }
}
