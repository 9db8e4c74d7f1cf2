import Domain
import Testing

struct NumberTests {
  @Test(arguments: [
    ("4.50", "4.5"), ("007", "7"), ("-0.0", "0"), ("1e3", "1000"), (".5", "0.5"),
    ("-12.25", "-12.25"), ("9223372036854775807", "9223372036854775807"), ("1E-3", "0.001"),
  ])
  func `a number keeps its source and has one canonical spelling`(
    source: String, canonical: String
  )
    throws
  {
    let number = try #require(Number(source))
    #expect(number.source == source)
    #expect(number.canonicalText == canonical)
    #expect(Number(number.canonicalText) == number)
  }

  @Test(arguments: [
    "", "-", ".", "1.2.3", "nan", "inf", "0x10", "1e", "1e999", " 1", "1 ", "９",
    "9223372036854775808",
  ])
  func `what is no decimal number is refused`(source: String) {
    #expect(Number(source) == nil)
  }

  @Test func `equal amounts are one key`() throws {
    let a = try #require(Number("4.50"))
    let b = try #require(Number("4.5"))
    #expect(a == b)
    #expect(Set([a, b]).count == 1)
  }

  @Test func `order is by amount`() throws {
    let sources = ["-3", "-0.5", "0", "0.25", "1", "10", "1e4"]
    let numbers = try sources.map { try #require(Number($0)) }
    #expect(numbers.shuffled().sorted() == numbers)
  }
}
