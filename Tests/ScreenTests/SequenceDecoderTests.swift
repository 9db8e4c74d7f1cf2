import Screen
import Testing

/// Keys told from bytes, without a terminal library.
struct SequenceDecoderTests {
  private func keys(_ parts: String...) -> [InputEvent] {
    var sequences = SequenceDecoder()
    var decoder = InputDecoder()
    return parts.flatMap { part in
      sequences.read(Array(part.utf8)).flatMap { decoder.read($0) } + decoder.endBatch()
    }
  }

  @Test(arguments: [
    ("\u{1B}[A", Key.up), ("\u{1B}OB", .down), ("\u{1B}[5~", .pageUp), ("\u{1B}[Z", .backtab),
    ("\u{1B}[1~", .home), ("\u{1B}OF", .end), ("\u{1B}", .escape), ("\r", .enter),
    ("\u{7F}", .backspace), ("\u{4}", .control("d")), ("\u{1B}x", .alt("x")),
    ("é", .character("é")),
  ])
  func `a key arrives under its name`(bytes: String, key: Key) {
    #expect(keys(bytes) == [.key(key)])
  }

  @Test func `keys that come together stay apart`() {
    #expect(keys("j\u{1B}[Ak") == [.key(.character("j")), .key(.up), .key(.character("k"))])
  }

  @Test func `a sequence that is cut waits for its end`() {
    #expect(keys("\u{1B}[", "B") == [.key(.down)])
    #expect(keys("\u{1B}[200~a\rb\u{1B}[20", "1~") == [.paste(Untrusted("a\nb"))])
  }

  @Test func `what nobody knows is no key`() {
    #expect(keys("\u{1B}[99;99X").isEmpty)
    #expect(keys("\u{1B}[" + String(repeating: "1", count: 40)).allSatisfy { $0 != .key(.up) })
  }
}
