import Foundation
import TestSupport
import Testing

/// What the models of annotators say in commands: the order of the queue, what goes out, what further
/// rulings are worth.
@Suite struct ModelCommandTests {
  private func project(release: String? = nil) throws -> Workplace {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    if let release { try place.release(release) }
    return place
  }

  private func sources(_ place: Workplace) throws -> [String: Int] {
    let report = try place.run(
      "-C", "project", "export", "--out", "gold-\(UUID().uuidString).csv", "--json"
    ).expect(0).json()
    var counts: [String: Int] = [:]
    for source in ["unanimous", "majority", "single", "model", "open", "ruled"] {
      counts[source] = report["sources"]?[source]?.integer
    }
    return counts
  }

  @Test func `what nobody ruled on goes out with who says so, and is never read back as gold`()
    throws
  {
    let place = try project()
    let first = try place.run("-C", "project", "export").expect(0).text
    #expect(try place.run("-C", "project", "export").expect(0).text == first)
    let table = try CSVTable(first)
    let models = table.rows.filter { $0["source"] == "model" }
    #expect(models.count > 5)
    for row in table.rows where row["source"] != "imported" {
      let probability = try #require(Double(row["probability"] ?? ""))
      #expect(probability > 0 && probability <= 1)
      #expect(row["label"]?.isEmpty == false)
    }
    // Where nothing is contested, a model's label is another one than that of the majority.
    for row in models where Double(row["agreement"] ?? "") == 1 {
      let votes = try #require(
        JSONSerialization.jsonObject(with: Data((row["votes"] ?? "").utf8)) as? [[Any]])
      #expect(votes.first?.first as? String != row["label"], "\(row)")
    }
    try place.write("gold.csv", first)
    try place.run("init", "other", "--from", "gold.csv").expect(0)
    let back = try CSVTable(try place.run("-C", "other", "export").expect(0).text)
    #expect(back.rows.count == table.rows.count - models.count)
    #expect(back.rows.allSatisfy { $0["source"] == "imported" })

    let soft = try place.run("-C", "project", "export", "--format", "soft-jsonl").expect(0)
    let lines = try soft.lines.map { try #require(JSON(Data($0.utf8))) }
    let guessed = lines.filter { $0["source"]?.string == "model" }
    #expect(guessed.count == models.count)
    for line in guessed {
      #expect(line["gold"] == nil && line["label"] != nil)
      #expect((line["probability"]?.number ?? 0) > 0)
    }
  }

  @Test func `a lead chooses what goes out without a ruling`() throws {
    let models = try sources(try project())
    #expect((models["model"] ?? 0) > 5 && models["open"] == nil)
    let settled = try sources(try project(release: "settled"))
    #expect(settled["model"] == nil && settled["majority"] == nil)
    let open = try #require(settled["open"])
    let majority = try sources(try project(release: "majority"))
    #expect(majority["model"] == nil)
    #expect((majority["majority"] ?? 0) + (majority["open"] ?? 0) == open)
    #expect((majority["open"] ?? 0) > 0 && (majority["majority"] ?? 0) > (majority["open"] ?? 0))
    #expect(models["model", default: 0] >= open)
  }

  @Test func `the queue says whose figures order it, and so does a ruling`() throws {
    let place = try project()
    let queue = try place.run("-C", "project", "queue", "-n", "3", "--json").expect(0).json()
    #expect(queue["policy"]?.string == "gain/pool-1")
    #expect(queue["learning"]?["models"]?.boolean == true)
    #expect(queue["learning"]?["annotators"]?.integer == 5)
    let item = try #require(queue["rows"]?[0]?["item"]?.string)
    let shown = try place.run("-C", "project", "show", item, "--json").expect(0).json()
    let why = try #require(shown["units"]?[0]?["why"])
    let weights = (why["votes"]?.array ?? []).compactMap { $0["weight"]?.number }
    #expect(weights.count >= 2)
    #expect(why["likely_wrong"]?.number == queue["rows"]?[0]?["likely_wrong"]?.number)
    try place.run(
      "-C", "project", "rule",
      input: "{\"item\":\"\(item)\",\"label\":\"privacy\",\"reason\":\"x\"}"
    ).expect(0)
    let log = try place.run("-C", "project", "log", "show", "--json").expect(0).text
    #expect(log.contains("gain/pool-1"))
    let after = try place.run("-C", "project", "queue", "-n", "1", "--json").expect(0).json()
    #expect(after["learning"]?["rulings"]?.integer == 1)
    #expect(after["rows"]?[0]?["item"]?.string != item)
  }

  @Test func `a forecast says what rulings are worth, and that it measures nothing`() throws {
    let place = try project()
    let answer = try place.run(
      "-C", "project", "forecast", "--rulings", "10,50", "--reach", ".98", "--json"
    ).expect(0).json()
    let points = answer["outlook"]?["points"]?.array ?? []
    #expect(points.compactMap { $0["rulings"]?.integer } == [0, 10, 50])
    let accuracies = points.compactMap { $0["accuracy"]?.number }
    #expect(accuracies == accuracies.sorted() && accuracies[0] < accuracies[2])
    #expect(answer["outlook"]?["is_measurement"]?.boolean == false)
    #expect((answer["outlook"]?["rulings_needed"]?.integer ?? 0) > 0)
    let text = try place.run("-C", "project", "forecast").expect(0)
    #expect(text.text.contains("only an audit measures"))
    for line in text.lines { #expect(line.count <= 80, "\(line)") }
    let release = try place.run("-C", "project", "release", "--json").json()
    #expect(release["outlook"]?["units"]?.integer == answer["outlook"]?["units"]?.integer)
    #expect(release["would_go_out"]?["unruled"]?.integer == 97)
    try place.run("-C", "project", "forecast", "--reach", "2").expect(2)
    try place.run("-C", "project", "forecast", "--rulings", "ten").expect(2)
  }

  @Test func `of one annotator there are no models, and everything says why`() throws {
    let place = try Workplace()
    try place.write(
      "votes.csv",
      "item,annotator,label\n" + (1...30).map { "i\($0),ada,\($0 % 3 == 0 ? "b" : "a")\n" }.joined()
    )
    try place.run("init", "project", "--from", "votes.csv").expect(0)
    let queue = try place.run("-C", "project", "queue", "--json").expect(0).json()
    #expect(queue["policy"]?.string == "gain/votes-1")
    #expect(queue["learning"]?["reason"]?.string == "unnamed")
    let forecast = try place.run("-C", "project", "forecast", "--json").expect(0).json()
    #expect(forecast["outlook"]?["points"] == nil)
    #expect(
      try place.run("-C", "project", "forecast").expect(0).text.contains("nothing to forecast"))
    let report = try place.run("-C", "project", "export", "--out", "o.csv", "--json").expect(0)
    #expect(report.json()["sources"]?["single"]?.integer == 30)
  }
}
