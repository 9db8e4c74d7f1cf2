import Screen
import Testing

@Suite struct FiguresTests {
  @Test(
    arguments: [
      (0.31, ".31"), (0.0, ".00"), (1.0, "1.00"), (-0.07, "−.07"), (-0.001, ".00"), (0.995, "1.00"),
      (-1.0, "−1.00"), (0.005, ".01"), (12.345, "12.35"), (.nan, "·"), (.infinity, "·"),
    ] as [(Double, String)])
  func `shares have no leading zero`(value: Double, text: String) {
    #expect(Figures.share(value) == text)
  }

  @Test(arguments: [
    (0.07, "+.07"), (-0.07, "−.07"), (0.0, "±.00"), (0.001, "±.00"), (1.5, "+1.50"),
  ])
  func `changes have their sign`(value: Double, text: String) {
    #expect(Figures.change(value) == text)
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1204, "1 204"), (1_000_000, "1 000 000"), (-3, "−3"),
    (-1204, "−1 204"), (Int.min, "−9 223 372 036 854 775 808"),
  ])
  func `thousands are parted`(value: Int, text: String) {
    #expect(Figures.count(value) == text)
  }

  @Test func `counts that change, days and clocks`() {
    #expect(Figures.change(3) == "+3")
    #expect(Figures.change(-3) == "−3")
    #expect(Figures.change(0) == "±0")
    #expect(Figures.days(2) == "2 d")
    #expect(Figures.days(-3) == "−3 d")
    #expect(Figures.clock(minutes: 41) == "0:41")
    #expect(Figures.clock(minutes: 125) == "2:05")
  }

  @Test func `fixed places are rounded half away from zero`() {
    #expect(Figures.fixed(0.5, places: 0) == "1")
    #expect(Figures.fixed(2.0 / 3, places: 4) == "0.6667")
    #expect(Figures.fixed(-0.04, places: 1) == "0.0")
    #expect(Figures.fixed(1e12, places: 2) == "1000000000000")
    #expect(Figures.fixed(-1e300, places: 2) == "−∞")
  }

  @Test(arguments: [
    (0, "1970-01-01 00:00"), (951_782_400, "2000-02-29 00:00"), (1_741_356_300, "2025-03-07 14:05"),
    (-1, "1969-12-31 23:59"), (4_102_444_799, "2099-12-31 23:59"),
    (-2_208_988_800, "1900-01-01 00:00"),
  ])
  func `moments are UTC`(second: Int, text: String) {
    #expect(Figures.minute(ofSecond: second) == text)
    #expect(Figures.day(ofSecond: second) == String(text.prefix(10)))
  }
}
