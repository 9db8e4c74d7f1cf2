import Testing

@testable import Ledger

@Suite struct SecondsTests {
  @Test(arguments: [
    (0, "0"), (1, "0.001"), (10, "0.01"), (12_300, "12.3"), (12_345, "12.345"), (60_000, "60"),
    (-1500, "-1.5"), (-20, "-0.02"),
  ])
  func `milliseconds have one spelling`(milliseconds: Int, text: String) {
    #expect(Seconds.text(milliseconds: milliseconds) == text)
    #expect(Seconds.milliseconds(text) == milliseconds)
  }

  @Test(arguments: ["", ".", "1.", "1.0", "01", "+1", "1.2345", "1e3", "-0", "1.-5", "1.+5", " 1"])
  func `every other spelling is refused`(text: String) {
    #expect(Seconds.milliseconds(text) == nil)
  }
}
