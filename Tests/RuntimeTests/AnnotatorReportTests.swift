import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import TestSupport
import Testing

/// The figures of annotators equal those counted slowly from the rows themselves.
struct AnnotatorReportTests {
  /// One row of the made file.
  private struct Row {
    let item: Int
    let annotator: String
    let label: String
    let minute: Int
    let seconds: Int

    var text: String {
      let hour = minute / 60 % 24
      let day = 1 + minute / 1440
      func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
      return
        "i\(item),\(annotator),\(label),2026-01-\(two(day))T\(two(hour)):\(two(minute % 60)):00Z,"
        + "\(seconds)"
    }
  }

  private static let people = ["ann", "ben", "cleo", "dot"]

  /// At most one rating of an annotator in an item.
  private func rows(seed: UInt64) -> [Row] {
    var random = SeededGenerator(seed: seed)
    var minute = 0
    var rows: [Row] = []
    for item in 0..<120 {
      for annotator in Self.people where Int.random(in: 0..<4, using: &random) > 0 {
        minute += Int.random(in: 1..<60, using: &random)
        rows.append(
          Row(
            item: item, annotator: annotator,
            label: ["x", "x", "y", "z"].randomElement(using: &random) ?? "x", minute: minute,
            seconds: Int.random(in: 1..<50, using: &random)))
      }
    }
    return rows
  }

  private func votes(_ rows: [String]) throws -> QuestionVotes {
    let path = NSTemporaryDirectory() + "annotators-" + UUID().uuidString + ".csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try (["item,annotator,label,at,seconds"] + rows).joined(separator: "\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let all = try VoteFile(mapping: Mapping()).votes(of: path, diagnostics: Diagnostics())
    return try #require(all.first)
  }

  @Test(arguments: [UInt64](1...4))
  func `figures beside others equal slow counts`(seed: UInt64) throws {
    let rows = rows(seed: seed)
    let report = AnnotatorReport(try votes(rows.map(\.text)))
    #expect(report.standings.count == Self.people.count)
    for standing in report.standings {
      let name = report.name(of: standing)
      let own = rows.filter { $0.annotator == name }
      var shares: [Double] = []
      var pairs = 0
      var agreeing = 0
      for row in own.sorted(by: { $0.minute < $1.minute }) {
        let others = rows.filter { $0.item == row.item && $0.annotator != name }
        let same = others.count { $0.label == row.label }
        pairs += others.count
        agreeing += same
        if !others.isEmpty { shares.append(Double(same) / Double(others.count)) }
      }
      let rest = try #require(standing.rest)
      #expect(rest.pairs == pairs)
      #expect(close(rest.agreement.value, Double(agreeing) / Double(pairs)))
      let half = (shares.count + 1) / 2
      #expect(close(standing.trend.earlier.agreement.value, mean(shares.prefix(half))))
      #expect(close(standing.trend.later.agreement.value, mean(shares.dropFirst(half))))
      let seconds = own.map(\.seconds).sorted()
      let middle = Double(seconds[(seconds.count - 1) / 2] + seconds[seconds.count / 2]) / 2
      #expect(close(standing.pace.median, middle * 1000))
      #expect(standing.trend.windows.count == 8)
      #expect(
        standing.trend.windows.reduce(0) { $0 + $1.figures.ratings } == shares.count)
      try compareHabits(standing, name, rows, report)
    }
    let kappas = report.standings.compactMap(\.rest?.kappa.value)
    #expect(kappas == kappas.sorted())
  }

  private func compareHabits(
    _ standing: AnnotatorStanding, _ name: String, _ rows: [Row], _ report: AnnotatorReport
  ) throws {
    for habit in standing.habits {
      let label = report.votes.labels[habit.label]
      var differences: [Double] = []
      for row in rows where row.annotator == name {
        let others = rows.filter { $0.item == row.item && $0.annotator != name }
        guard !others.isEmpty else { continue }
        let share = Double(others.count { $0.label == label }) / Double(others.count)
        differences.append((row.label == label ? 1 : 0) - share)
      }
      let average = mean(differences[...])
      let spread = differences.reduce(0) { $0 + ($1 - average) * ($1 - average) }
      let count = Double(differences.count)
      #expect(close(habit.difference.value, average))
      #expect(close(habit.difference.standardError, (spread / (count * (count - 1))).squareRoot()))
    }
  }

  @Test(arguments: [UInt64](5...7))
  func `figures beside gold equal slow counts`(seed: UInt64) throws {
    let rows = rows(seed: seed)
    var random = SeededGenerator(seed: seed)
    let truths = (0..<120).map { _ in ["x", "y", "z"].randomElement(using: &random) ?? "x" }
    var votes = try votes(rows.map(\.text))
    let gold = Dictionary(
      uniqueKeysWithValues: truths.enumerated().map {
        (ItemID("i\($0.offset)"), Value.label(LabelID($0.element)))
      })
    #expect(votes.replaceGold(gold) == 0)
    let report = AnnotatorReport(votes, model: nil)
    for standing in report.standings {
      let name = report.name(of: standing)
      let own = rows.filter { $0.annotator == name }
      let right = own.count { $0.label == truths[$0.item] }
      #expect(close(standing.gold?.accuracy.value, Double(right) / Double(own.count)))
      #expect(standing.gold?.accuracy.intervalStatus == .wilson)
      let page = try #require(report.page(of: AnnotatorID(name)))
      #expect(page.reference == .gold)
      for row in page.byLabel {
        let label = report.votes.labels[row.label]
        let given = own.filter { $0.label == label }
        let rightly = own.filter { truths[$0.item] == label }
        #expect(row.given == given.count && row.right == rightly.count)
        #expect(
          close(
            row.precision.value,
            Double(given.count { truths[$0.item] == label }) / Double(given.count)))
        #expect(
          close(
            row.recall.value, Double(rightly.count { $0.label == label }) / Double(rightly.count)))
      }
      for confusion in page.confusions {
        let (truth, said) = (
          report.votes.labels[confusion.truth], report.votes.labels[confusion.given]
        )
        let items = own.filter { truths[$0.item] == truth && $0.label == said }.map {
          "i\($0.item)"
        }
        #expect(confusion.units.map { report.votes.units[$0].text } == items.sorted())
      }
      #expect(
        page.workingTime.stretches.reduce(0) { $0 + $1.figures.ratings }
          == standing.rest?.sharedUnits)
    }
    #expect(report.page(of: AnnotatorID("nobody")) == nil)
  }

  @Test func `the order of rows changes no byte`() throws {
    let rows = rows(seed: 11).map(\.text)
    var random = SeededGenerator(seed: 12)
    func text(_ rows: [String]) throws -> String {
      let votes = try votes(rows)
      let report = AnnotatorReport(votes)
      return AnnotatorsJSON.json(report).text()
    }
    // The name of the file is all that differs.
    func body(_ text: String) -> Substring { text.drop { $0 != "," } }
    #expect(body(try text(rows)) == body(try text(rows.shuffled(using: &random))))
  }

  @Test func `working time begins anew after a pause`() throws {
    let times = ["10:00", "10:10", "10:39", "11:10", "11:20"]
    let rows = times.enumerated().flatMap { index, time in
      [
        "i\(index),ann,x,2026-01-01T\(time):00Z,5",
        "i\(index),ben,x,2026-01-0\(index + 2)T09:00:00Z,5",
      ]
    }
    let report = AnnotatorReport(try votes(rows))
    let page = try #require(report.page(of: AnnotatorID("ann")))
    // 10:39 to 11:10 is a minute more than the pause that ends a session.
    #expect(page.workingTime.sessions == 2)
    #expect(page.workingTime.stretches.map(\.figures.ratings) == [4, 0, 1, 0, 0])
    #expect(page.standing.trend.direction == .tooFew)
  }

  private func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private func close(_ value: Double?, _ wanted: Double) -> Bool {
    if wanted.isNaN { return value == nil }
    return value.map { abs($0 - wanted) < 1e-12 * max(1, abs(wanted)) } ?? false
  }
}
