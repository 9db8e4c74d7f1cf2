import Domain
import Runtime
import Testing

struct WordsTests {
  @Test func `a limit that is not understood is explained with its place`() {
    let error = #expect(throws: LimitError.self) { try LimitParser.parse("label:a foo<3") }
    #expect(
      error.map { Words.sentence($0) }?.hasPrefix(
        "The limit is not understood at character 9: “foo” is none of age, agree,") == true)
  }

  @Test func `hostile names cannot leave their sentence`() {
    let sentence = Words.sentence(
      .unknownLabel(LabelID("x\u{1B}]0;\u{7}"), admissible: [LabelID("a\n"), LabelID("b")]))
    #expect(!sentence.unicodeScalars.contains { $0.value < 0x20 })
  }
}
