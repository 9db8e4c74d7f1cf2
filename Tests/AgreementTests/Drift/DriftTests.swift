import Agreement
import Testing

@Suite struct DriftTests {
  @Test func `windows of time begin where they should`() {
    #expect(WindowScheme.day.window(at: 0) == 0)
    #expect(WindowScheme.day.window(at: -1) == -1)
    #expect(WindowScheme.day.start(of: 3) == 3 * TimedVotes.day)
    // 1970-01-05 was a Monday.
    #expect(WindowScheme.week.window(at: 4 * TimedVotes.day - 1) == 0)
    #expect(WindowScheme.week.window(at: 4 * TimedVotes.day) == 1)
    #expect(WindowScheme.week.start(of: 1) == 4 * TimedVotes.day)
    #expect(WindowScheme.week.window(at: -4 * TimedVotes.day) == -1)
    #expect(WindowScheme.hours(6).window(at: 21_600_000) == 1)
    #expect(WindowScheme.day.window(at: VoteTable.noTime) == nil)
    for time in stride(from: Int64(-3_000_000_000), to: 3_000_000_000, by: 12_345_677) {
      for scheme in [WindowScheme.week, .day, .hours(5)] {
        let window = scheme.window(at: time) ?? .min
        #expect(scheme.start(of: window) ?? .max <= time)
        #expect(scheme.start(of: window + 1) ?? .min > time)
      }
    }
  }

  @Test func `windows merge to those of all units, in any order`() {
    let whole = TimedVotes.table(400, seed: 3, spacing: 1_800_000)
    let mixed = TimedVotes.table(
      400, seed: 3, spacing: 1_800_000, order: Array(stride(from: 399, through: 0, by: -1)))
    let report = DriftReport(AgreementWindows(whole, scheme: .day), smallest: 20)
    #expect(report == DriftReport(AgreementWindows(mixed, scheme: .day), smallest: 20))
    var merged = AgreementWindows(.day)
    for part in 0..<4 {
      var some = AgreementWindows(.day)
      for unit in stride(from: part, to: 400, by: 4) {
        let votes = whole.votes(of: unit)
        some.add(
          votes.map {
            UnitRating(annotator: whole.annotators[$0], label: whole.labels[$0])
          }, at: whole.times[votes.lowerBound])
      }
      merged.merge(some)
    }
    #expect(report == DriftReport(merged, smallest: 20))
    #expect(report.windows.map(\.pairableUnits).reduce(0, +) == 400)
  }

  @Test func `a window's figures are those of its units alone`() throws {
    let table = TimedVotes.table(100, seed: 9, spacing: 1_800_000)
    let report = DriftReport(AgreementWindows(table, scheme: .day), smallest: 1)
    var sums = AgreementSums()
    for unit in 48..<96 {
      sums.add(
        table.votes(of: unit).map {
          UnitRating(annotator: table.annotators[$0], label: table.labels[$0])
        })
    }
    let second = try #require(report.windows.dropFirst().first)
    #expect(second.alpha == KrippendorffAlpha.estimate(sums))
    #expect(second.agreement == PercentAgreement.estimate(sums))
    #expect(second.start == TimedVotes.day)
  }

  @Test func `z and χ² are what they are by hand`() throws {
    let table = TimedVotes.table(300, worseFrom: 200, seed: 5, spacing: 864_000)
    let report = DriftReport(AgreementWindows(table, scheme: .day), smallest: 20)
    #expect(report.windows.count == 3)
    let alphas = report.windows.map { $0.alpha.value ?? .nan }
    let errors = report.windows.map { $0.alpha.standardError ?? .nan }
    let last = try #require(report.windows[2].change)
    let z = (alphas[2] - alphas[1]) / (errors[1] * errors[1] + errors[2] * errors[2]).squareRoot()
    #expect(last.since == 1)
    #expect(((last.z ?? .nan) - z).magnitude < 1e-12)
    #expect((last.probability ?? 1) < 1e-6)
    #expect(report.windows[0].change == nil)
    let weights = errors.map { 1 / ($0 * $0) }
    let mean = zip(alphas, weights).map { $0 * $1 }.reduce(0, +) / weights.reduce(0, +)
    let square = zip(alphas, weights).map { ($0 - mean) * ($0 - mean) * $1 }.reduce(0, +)
    #expect(((report.homogeneity?.statistic ?? .nan) - square).magnitude < 1e-9)
    #expect(report.homogeneity?.degreesOfFreedom == 2)
    #expect((report.homogeneity?.probability ?? 1) < 1e-6)
    #expect(report.alarmed.contains { $0.alarms == [.decrease] })
  }

  /// 28 days of 100 units, the last four worse; and the same without a change.
  @Test func `a fall at the end is a fall, and does not make the time before look good`() {
    var found = 0
    var risen = 0
    var calm = 0
    for seed in UInt64(1)...60 {
      let worse = TimedVotes.table(2800, worseFrom: 2400, seed: seed, spacing: 864_000)
      let alarmed = DriftReport(AgreementWindows(worse, scheme: .day)).alarmed
      found += alarmed.contains { $0.alarms == [.decrease] && $0.number >= 24 } ? 1 : 0
      risen += alarmed.contains { $0.alarms == [.increase] } ? 1 : 0
      let same = TimedVotes.table(2800, seed: seed, spacing: 864_000)
      calm += DriftReport(AgreementWindows(same, scheme: .day)).alarmed.isEmpty ? 1 : 0
    }
    // With a slack of .5 and a limit of 5 an alarm without a cause comes every 465 windows (Hawkins &
    // Olwell 1998): 28 windows are calm in 94 of 100 cases.
    #expect(found == 60)
    #expect(risen <= 6)
    #expect(calm >= 50)
  }

  @Test func `after an alarm it is the new level that later windows are held against`() {
    var falls = 0
    for seed in UInt64(1)...40 {
      let table = TimedVotes.table(2800, worseFrom: 1000, seed: seed, spacing: 864_000)
      let alarmed = DriftReport(AgreementWindows(table, scheme: .day)).alarmed
      falls += alarmed.count { $0.alarms == [.decrease] }
    }
    // One fall each, hardly ever a second one: against the old level there would be one after another.
    #expect((40...46).contains(falls), "\(falls)")
  }

  @Test func `too few units are not judged, and say so`() {
    let table = TimedVotes.table(130, seed: 5, spacing: 864_000)
    let report = DriftReport(AgreementWindows(table, scheme: .day), smallest: 50)
    #expect(report.windows[1].alpha.status == .undefinedTooFewUnits)
    #expect(report.windows[1].alpha.explanation != nil)
    #expect(report.homogeneity == nil)
    #expect(report.windows[0].alpha.value != nil)
    let timeless = VoteTable(
      offsets: [0, 2], annotators: [0, 1], labels: [0, 1], annotatorCount: 2, labelCount: 2)
    let none = DriftReport(AgreementWindows(timeless, scheme: .day))
    #expect(none.untimed == 1)
    #expect(none.windows.isEmpty)
  }

  @Test func `windows of one stable source rarely differ`() {
    var small = 0
    for seed in UInt64(0)..<200 {
      let table = TimedVotes.table(500, seed: 100 + 2 * seed, spacing: 864_000)
      let report = DriftReport(AgreementWindows(table, scheme: .day))
      if (report.homogeneity?.probability ?? 1) < 0.05 { small += 1 }
    }
    #expect((2...24).contains(small), "\(small) of 200")
  }

  @Test func `a falling mean of units is found, and the order of the table changes nothing`() {
    let table = TimedVotes.table(2000, worseFrom: 1000, seed: 40)
    let test = PageHinkley(threshold: 40)
    let series = UnitSeries(table, test: test)
    #expect(series.values.count == 2000)
    #expect(series.alarms.first?.direction == .decrease)
    #expect((1000..<1300).contains(series.alarms.first?.place ?? 0))
    let back = TimedVotes.table(
      2000, worseFrom: 1000, seed: 40, order: Array(stride(from: 1999, through: 0, by: -1)))
    #expect(UnitSeries(back, test: test) == series)
    #expect(UnitSeries(TimedVotes.table(2000, seed: 41), test: test).alarms.isEmpty)
  }
}
