import TestSupport
import Testing

/// Gold as the adjudicator, from the command line and for other programs.
@Suite struct SimulateCommandTests {
  /// Forty items: three good annotators, and two who say the first label more often than not.
  private func files(_ place: Workplace) throws {
    var ratings = ["item,annotator,label"]
    var gold = ["item,label"]
    for number in 0..<40 {
      let truth = number % 3 == 0 ? "cat" : number % 3 == 1 ? "dog" : "fox"
      let item = "T-\(100 + number)"
      for annotator in 1...3 {
        let label = (number * annotator) % 11 == 5 ? "cat" : truth
        ratings.append("\(item),A\(annotator),\(label)")
      }
      for annotator in 4...6 {
        ratings.append("\(item),A\(annotator),\(number % 4 == 0 ? truth : "cat")")
      }
      gold.append("\(item),\(truth)")
    }
    try place.write("ratings.csv", ratings.joined(separator: "\n") + "\n")
    try place.write("gold.csv", gold.joined(separator: "\n") + "\n")
  }

  @Test func `each order of the queue is told with what it removes`() throws {
    let place = try Workplace()
    try files(place)
    let words = ["simulate", "ratings.csv", "--gold", "gold.csv"]
    let text = try place.run(words).expect(0).text
    #expect(text.contains("gain") && text.contains("lowest-agreement"))
    #expect(!text.contains("random"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let json = try place.run(words + ["--json"]).expect(0).json()
    #expect(json["items"]?.integer == 40)
    let policies = json["policies"]?.array ?? []
    #expect(policies.map { $0["policy"]?.string } == ["gain", "lowest-agreement"])
    #expect(policies[0]["curve"]?.array.count == 21)
    #expect(policies[0]["removed"]?.array.count == 5)
    let again = try place.run(words + ["--json"]).expect(0)
    #expect(again.json()["policies"]?[0]?["area"] == policies[0]["area"])
    let one = try place.run(
      words + ["--json", "--policy", "random", "--seed", "4", "--budget", ".1"]
    )
    .expect(0).json()
    #expect(one["policies"]?.array.count == 1)
    #expect(one["policies"]?[0]?["curve"]?.array.count == 5)
  }

  @Test func `without gold there is nothing to replay`() throws {
    let place = try Workplace()
    try files(place)
    try place.write("other.csv", "item,label\nnobody,cat\n")
    #expect(
      try place.run("simulate", "ratings.csv", "--gold", "other.csv").expect(2).complaint
        .contains("gold"))
    try place.run("simulate", "ratings.csv").expect(2)
    try place.run("simulate").expect(2)
    try place.run("simulate", "ratings.csv", "--serve").expect(2)
    try place.run("simulate", "ratings.csv", "--gold", "gold.csv", "--policy", "best").expect(2)
    try place.run("simulate", "ratings.csv", "--gold", "gold.csv", "--budget", "0").expect(2)
    try place.run("simulate", "missing.csv", "--gold", "gold.csv").expect(4)
  }

  @Test func `another program rules line by line`() throws {
    let place = try Workplace()
    try files(place)
    try place.write("eligible.txt", "T-101\nT-102\nT-104\n")
    try place.write("labels.txt", "cat\ndog\nfox\n")
    let requests = [
      #"{"op":"next","n":1}"#,
      #"{"op":"init","ratings":"ratings.csv","eligible":"eligible.txt","labels":"labels.txt","seed":1}"#,
      #"{"op":"next","n":9}"#,
      #"{"op":"rule","rulings":[{"item":"T-101","label":"wolf"},{"item":"T-104","outcome":"skipped"}]}"#,
      #"{"op":"next","n":9}"#, #"{"op":"labels"}"#, #"{"op":"rule","rulings":[{"item":"no"}]}"#,
      "what", #"{"op":"bye"}"#, #"{"op":"next"}"#,
    ]
    let run = try place.run("simulate", "--serve", input: requests.joined(separator: "\n") + "\n")
    let answers = run.expect(0).jsonLines()
    #expect(answers.count == 8)
    #expect(answers[0]["ok"]?.boolean == false)
    #expect(answers[1]["ok"]?.boolean == true)
    let first = answers[2]["items"]?.array.compactMap(\.string) ?? []
    #expect(first.sorted() == ["T-101", "T-102", "T-104"])
    #expect(answers[3]["ok"]?.boolean == true)
    #expect(answers[4]["items"]?.array.compactMap(\.string) == ["T-102"])
    let labels = answers[5]["labels"]?.array ?? []
    #expect(labels.count == 40)
    #expect(labels[1]["label"]?.string == "wolf" && labels[1]["source"]?.string == "ruling")
    #expect(answers[6]["ok"]?.boolean == false && answers[7]["ok"]?.boolean == false)
  }
}
