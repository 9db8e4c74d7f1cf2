import Screen
import Testing

@Suite struct InputDecoderTests {
  private func events(_ inputs: RawInput..., endsBatch: Bool = true) -> [InputEvent] {
    var decoder = InputDecoder()
    let events = inputs.flatMap { decoder.read($0) }
    return endsBatch ? events + decoder.endBatch() : events
  }

  private func bytes(_ text: String) -> [RawInput] { text.utf8.map { .byte($0) } }

  @Test(
    arguments: [
      (0x0D, .enter), (0x0A, .control("j")), (0x09, .tab), (0x7F, .backspace),
      (0x08, .control("h")),
      (0x01, .control("a")), (0x18, .control("x")), (0x00, .control("@")), (0x1C, .control("\\")),
      (0x20, .space), (0x41, .character("A")),
    ] as [(UInt8, Key)])
  func `bytes are keys`(byte: UInt8, key: Key) {
    #expect(events(.byte(byte)) == [.key(key)])
  }

  @Test func `an escape alone is the key, and with something behind it Alt`() {
    #expect(events(.byte(0x1B)) == [.key(.escape)])
    #expect(events(.byte(0x1B), .byte(0x78)) == [.key(.alt("x"))])
    #expect(events(.byte(0x1B), .byte(0x1B)) == [.key(.escape), .key(.escape)])
    #expect(events(.byte(0x1B), .key(.up)) == [.key(.up)])
    #expect(events(.byte(0x1B), endsBatch: false) == [])
  }

  @Test func `letters of several bytes are put together across batches`() {
    var decoder = InputDecoder()
    let taken1 = decoder.read(.byte(0xE6)) + decoder.read(.byte(0x97))
    #expect(taken1 == [])
    let taken2 = decoder.endBatch()
    #expect(taken2 == [])
    let taken3 = decoder.read(.byte(0xA5))
    #expect(taken3 == [.key(.character("日"))])
  }

  @Test func `bytes that cannot be decoded take nothing with them`() {
    #expect(
      events(.byte(0xFF), .byte(0xC3), .byte(0x28), .byte(0x80), .byte(0x62))
        == [.key(.character("(")), .key(.character("b"))])
  }

  @Test func `a paste is one event without commands`() {
    var decoder = InputDecoder()
    var events = decoder.read(.pasteBegin)
    for input in bytes("two\rlines\u{3} é") + [.key(.up), .key(.enter)] {
      events += decoder.read(input)
    }
    #expect(events == [] && decoder.isPasting)
    let taken4 = decoder.endBatch()
    #expect(taken4 == [])
    let taken5 = decoder.read(.pasteEnd)
    #expect(taken5 == [.paste(Untrusted("two\nlines\u{3} é\n"))])
    #expect(!decoder.isPasting)
  }

  @Test func `a paste that lost its end is ended by escape or silence`() {
    var decoder = InputDecoder()
    _ = decoder.read(.pasteBegin)
    _ = decoder.read(.byte(0x61))
    let taken6 = decoder.read(.byte(0x1B))
    #expect(taken6 == [.paste(Untrusted("a"))])
    let taken7 = decoder.endPaste()
    #expect(taken7 == [])
    _ = decoder.read(.pasteBegin)
    _ = decoder.read(.byte(0x62))
    let taken8 = decoder.endPaste()
    #expect(taken8 == [.paste(Untrusted("b"))])
  }

  @Test func `a paste is capped`() {
    var decoder = InputDecoder()
    _ = decoder.read(.pasteBegin)
    for _ in 0..<InputDecoder.pasteLimit + 10 { _ = decoder.read(.byte(0x61)) }
    guard case .paste(let text) = decoder.read(.pasteEnd).first else {
      Issue.record("a paste was expected")
      return
    }
    #expect(text.bytes.count == InputDecoder.pasteLimit)
  }

  @Test func `a line is edited as in a shell`() {
    var editor = LineEditor("agree 0.6")
    for key: Key in [.control("w"), .character("<"), .character("1"), .home, .right, .delete] {
      let isMeant = editor.handle(key)
      #expect(isMeant, "\(key)")
    }
    #expect(editor.text == "aree <1")
    #expect(editor.beforeCursor == "a")
    editor.insert("x\ny\u{1B}\u{9B}")
    #expect(editor.text == "ax yree <1")
    let isMeant = editor.handle(.enter)
    #expect(!isMeant)
    for key: Key in [.end, .control("u")] { _ = editor.handle(key) }
    #expect(editor.text == "")
  }
}
