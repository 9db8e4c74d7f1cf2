import Screen
import Testing

struct SafeJSONTests {
  @Test func `what acts on a terminal is escaped, the rest stays`() {
    let json = "{\n  \"a\": \"é末 \u{202E}\u{9B}\u{E0041}\"\n}"
    #expect(SafeText.escapedJSON(json) == "{\n  \"a\": \"é末 \\u202e\\u009b\\udb40\\udc41\"\n}")
  }
}
