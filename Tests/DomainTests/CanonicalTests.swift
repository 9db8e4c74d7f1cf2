import Domain
import Testing

struct CanonicalTests {
  @Test func `members stand in byte order and only what must be is escaped`() throws {
    let value = CanonicalValue.object([
      "b": .string("a\"\\\u{8}\t\n\u{C}\r\u{1}\u{7F}é\u{2028}"), "a": -7, "B": true,
      "c": .array([.object([:]), .array([])]), "gone": nil,
    ])
    let expected =
      "{\"B\":true,\"a\":-7,\"b\":\"a\\\"\\\\\\b\\t\\n\\f\\r\\u0001\u{7F}é\u{2028}\",\"c\":[{},[]]}"
    #expect(Canonical.text(value) == expected)
    #expect(try CanonicalReader.read(Canonical.bytes(value)) == value)
  }

  @Test(arguments: [
    "{ }", "{\"a\":1 }", "{\"b\":1,\"a\":1}", "{\"a\":1,\"a\":1}", "\"\\u0041\"", "\"\\u000A\"",
    "\"\\/\"", "01", "1.0", "1e3", "-0", "null", "9007199254740993", "[1,]", "{\"a\":1,}", "",
    "\"a", "[", "true ", "\"\u{1}\"", "\"\\u001F\"",
  ])
  func `a second spelling is refused`(text: String) {
    #expect(throws: CanonicalError.self) {
      try CanonicalReader.read(Array(text.utf8))
    }
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect(throws: CanonicalError.notUTF8) { try CanonicalReader.read([0x22, 0xC3, 0x22]) }
  }

  @Test func `depth is bounded`() {
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(throws: CanonicalError.tooDeep(offset: 65)) { try CanonicalReader.read(deep) }
  }

  @Test func `every kind of value comes back as it was`() throws {
    for value in try SomeValues.ofEveryKind() {
      #expect(Value(canonical: value.canonical) == value, "\(value)")
    }
    #expect(Set(try SomeValues.ofEveryKind().map(\.kind)) == Set(ValueKind.allCases))
  }

  @Test func `every kind of record comes back as it was`() throws {
    for record in try SomeValues.records() {
      let bytes = Canonical.bytes(record.canonical)
      let object = try #require(try CanonicalReader.read(bytes).object)
      #expect(BatchRecord(canonical: object) == record, "\(record)")
    }
  }

  @Test func `what is no value is refused`() throws {
    for text in [
      "{}", "{\"label\":1}", "{\"label\":\"a\",\"text\":\"b\"}", "{\"abstained\":false}",
    ] {
      #expect(Value(canonical: try CanonicalReader.read(Array(text.utf8))) == nil)
    }
  }
}
