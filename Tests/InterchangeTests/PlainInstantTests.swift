import Domain
import Testing

@testable import Interchange

struct PlainInstantTests {
  private func plain(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { PlainInstant.milliseconds(UnsafeRawBufferPointer($0)) }
  }

  @Test func `what is read quickly is read the same`() throws {
    for day in stride(from: Int64(-130_000), to: 100_000, by: 17) {
      let instant = Instant(milliseconds: day * 86_400_000 + (day &* 7_919_333) % 43_200_000)
      guard let found = plain(instant.text) else {
        let dayOfMonth = try #require(Int(instant.text.split(separator: "T")[0].suffix(2)))
        #expect(dayOfMonth > 28 || instant.text < "1600")
        continue
      }
      #expect(found == instant.milliseconds)
    }
    for text in [
      "1700000000", "170000000", "1700000000123", "2024-02-28T23:59:59Z",
      "2024-02-28T23:59:59.007Z",
    ] {
      #expect(plain(text) == CellReading.instant(text)?.milliseconds)
    }
  }

  @Test(arguments: [
    "", "17", "17000000000", "2024-02-28 23:59:59Z", "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z",
    "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01T00:00:00+",
    "2024-01-01T00:00:00,000Z",
    "170000000x",
  ])
  func `everything else is left to the careful reader`(text: String) {
    #expect(plain(text) == nil)
  }
}
