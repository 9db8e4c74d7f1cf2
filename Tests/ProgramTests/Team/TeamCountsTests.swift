import Foundation
import TestSupport
import Testing

/// What the server counts by GROUP BY is what every client counts.
@Suite struct TeamCountsTests {
  @Test func `votes, labels and α of the server are those of the client`() throws {
    guard let team = try TeamSample() else { return }
    try compare(team)
    // Changed and new ratings, repeats by time, people who declined, a second question.
    try team.place.write(
      "second.csv",
      """
      item,annotator,label,text,at
      T-0148,A1,refund,changed,2026-02-01T10:00:00Z
      T-0148,A9,billing,changed,2026-02-01T10:00:00Z
      N-1,A1,refund,new,2026-02-01T12:00:00Z
      N-1,A1,billing,new,2026-02-01T11:00:00Z
      N-1,A2,billing,new,2026-02-01T11:00:00Z
      N-1,A3,abstained,new,2026-02-01T11:00:00Z
      N-2,A1,refund,new,2026-02-02T11:00:00Z
      N-2,A2,refund,new,2026-02-02T11:00:00Z

      """)
    try importFile(team, "second.csv", ["--abstained", "abstained"])
    try compare(team)
    try team.place.write(
      "first.csv",
      "item,annotator,label,text\nN-3,A1,refund,new\nN-3,A1,billing,new\nN-3,A2,billing,new\n")
    try importFile(team, "first.csv", ["--repeats", "first"])
    try compare(team)
    // All there is of its source: what it leaves out is retracted.
    try team.place.write(
      "second.csv",
      """
      item,annotator,label,text
      N-1,A1,praise,new
      N-1,A2,praise,new
      N-2,A1,praise,new
      N-2,A2,refund,new
      N-2,A3,refund,new
      N-4,A3,refund,new

      """)
    try importFile(team, "second.csv", ["--full"])
    try compare(team)
    #expect(try team.sql("SELECT count(DISTINCT item) FROM vote") != ["224"], "some are retracted")
  }

  private func importFile(_ team: TeamSample, _ name: String, _ more: [String]) throws {
    try team.place.run(
      ["-C", "lena", "import", name, "--field", "text"] + more, environment: team.user("lena")
    ).expect(0)
  }

  private func compare(_ team: TeamSample) throws {
    let report = try team.run("otto", "agree", "--json").expect(0).json()
    let labels = (report["by_label"]?.array ?? []).compactMap { row in
      row["label"]?.string.flatMap { name in row["ratings"]?.integer.map { "\(name)|\($0)" } }
    }
    let counted = try team.sql("SELECT label, votes FROM label_count ORDER BY label")
    #expect(counted == labels.filter { !$0.hasSuffix("|0") }.sorted())
    #expect(
      try team.sql("SELECT count(*), count(DISTINCT item) FROM vote")
        == ["\(report["ratings"]?.integer ?? -1)|\(report["items"]?.integer ?? -1)"])
    let alpha = try #require(
      report["coefficients"]?["krippendorff_alpha"]?["value"]?.number)
    let server = try nominalAlpha(
      team.sql("SELECT array_to_string(labels, ' '), units FROM unit_pattern"))
    #expect(abs(alpha - server) < 1e-12)
  }

  /// α for names (Krippendorff 2011, section C) from patterns of labels and how many units have each.
  private func nominalAlpha(_ rows: [String]) throws -> Double {
    var marginals: [Substring: Double] = [:]
    var (agreeing, total) = (0.0, 0.0)
    for row in rows {
      let parts = row.split(separator: "|")
      let units = try #require(Double(parts[1]))
      let labels = parts[0].split(separator: " ")
      let count = Double(labels.count)
      guard count > 1 else { continue }
      for label in Set(labels) {
        let times = Double(labels.count { $0 == label })
        agreeing += units * times * (times - 1) / (count - 1)
        marginals[label, default: 0] += units * times
      }
      total += units * count
    }
    let expected = marginals.values.reduce(0) { $0 + $1 * ($1 - 1) } / (total - 1)
    return 1 - (total - agreeing) / (total - expected)
  }
}
