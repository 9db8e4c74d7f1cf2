import Domain
import Testing

struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00.000Z", Int64(0)),
    ("2000-02-29T12:34:56.789Z", 951_827_696_789),
    ("1969-12-31T23:59:59.999Z", -1),
    ("2026-11-21T09:48:00.000Z", 1_795_254_480_000),
  ])
  func `a moment is written and read back`(text: String, milliseconds: Int64) {
    #expect(Instant(milliseconds: milliseconds).text == text)
    #expect(Instant(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    ("2022-10-31T21:19:19.131290Z", "2022-10-31T21:19:19.131Z"),
    ("2022-10-31 21:19", "2022-10-31T21:19:00.000Z"),
    ("2022-10-31", "2022-10-31T00:00:00.000Z"),
    ("2022-10-31T01:00:00+02:00", "2022-10-30T23:00:00.000Z"),
    ("2022-10-31T23:30:00-0130", "2022-11-01T01:00:00.000Z"),
  ])
  func `the forms of exports are understood`(text: String, canonical: String) {
    #expect(Instant(text)?.text == canonical)
  }

  @Test(arguments: [
    "", "2022-13-01", "2023-02-29", "2022-10-31T24:00:00Z", "2022-10-31T21:19:19.Z", "yesterday",
    "2022-10-31T21:19:19Zx", "1667251159",
  ])
  func `what is no moment is refused`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `days are whole and round down`() {
    let start = Instant(milliseconds: 0)
    #expect(start.advanced(days: 3).days(since: start) == 3)
    #expect(Instant(milliseconds: -1).days(since: start) == -1)
  }
}
