import Foundation
import TestSupport
import Testing

/// One ruling, three like it ruled in one go, one of them taken back; and what later items are shown.
@Suite struct AlikeStoryTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    let texts = [
      "p1": "The parcel never came, where is it?", "p2": "Where is the parcel? It never came!",
      "p3": "My parcel never came. Where is it now?", "p4": "the parcel never came where is it",
      "p5": "Parcel never came, where is it, please?", "q1": "How do I change my password?",
    ]
    let rows = texts.keys.sorted().flatMap { name in
      ["A1,lost", "A2,late"].map { #"\#(name),\#($0),"\#(texts[name] ?? "")""# }
    }
    try (["item,annotator,label,text"] + rows).joined(separator: "\n")
      .write(toFile: place["ratings.csv"], atomically: false, encoding: .utf8)
    try place.run(
      "init", "project", "--sandbox", "--from", "ratings.csv", "--field", "text"
    ).expect(0)
  }

  private func tiebreak(_ arguments: String..., input: String = "") throws -> Finished {
    try place.run(["-C", "project"] + arguments, input: input)
  }

  @Test func `one is ruled, three like it in one go, one withdrawn`() throws {
    let before = try tiebreak("alike", "p1", "--lines").expect(1)
    #expect(before.complaint.contains("No ruling stands on p1"))
    let first = try tiebreak(
      "rule",
      input: #"{"item":"p1","label":"lost","reason":"no-scan","note":"The carrier never had it."}"#
    ).expect(0).jsonLines()[0]["seq"]?.integer
    let seq = try #require(first)

    let listed = try tiebreak("alike", "p1", "--json").expect(0).json()
    let names = listed["alike"]?.array.compactMap { $0["item"]?.string }
    #expect(names == ["p2", "p4", "p3", "p5"] || names == ["p2", "p4", "p5", "p3"])
    #expect(listed["alike"]?[0]?["likeness"]?.number == 1)
    let lines = try tiebreak("alike", "p1", "--lines").expect(0).lines
    #expect(lines.count == 4)
    let answers = try tiebreak("rule", input: lines.prefix(3).joined(separator: "\n") + "\n")
      .expect(0).jsonLines()
    #expect(answers.compactMap { $0["seq"]?.integer } == [seq + 1, seq + 2, seq + 3])

    let shown = try tiebreak("log", "show", "--json").expect(0)
    #expect(shown.text.contains("votes_seen"))
    try tiebreak("rule", input: #"{"item":"p4","do":"withdraw"}"#).expect(0)
    let open = try tiebreak("alike", "p1", "--json").expect(0).json()
    let rest = try #require(names?.last)
    #expect(open["alike"]?.array.compactMap { $0["item"]?.string } == ["p4", rest])

    let precedents = try tiebreak("precedents", "p4", "--json").expect(0).json()
    #expect(precedents["order"]?.string == "likeness")
    #expect(precedents["contradicting"] == .boolean(false))
    let nearest = precedents["precedents"]?[0]
    #expect(["p1", "p2"].contains(nearest?["item"]?.string))
    #expect(nearest?["likeness"]?.number == 1)
    #expect(nearest?["reason"]?.string == "no-scan")
    #expect(nearest?["rationale"]?.string == "The carrier never had it.")
  }

  @Test func `two ways to rule on one text are told to a lead`() throws {
    let none = try tiebreak("precedents", "--contradicting").expect(0)
    #expect(none.text.contains("No two rulings"))
    try tiebreak(
      "rule", input: #"{"item":"p1","label":"lost"}"# + "\n" + #"{"item":"p2","label":"late"}"#
    ).expect(0)
    let told = try tiebreak("precedents", "--contradicting", "--json").expect(0).json()
    #expect(told["pairs"]?.array.count == 1)
    #expect(told["pairs"]?[0]?["earlier"]?["item"]?.string == "p1")
    #expect(told["pairs"]?[0]?["later"]?["item"]?.string == "p2")
    let text = try tiebreak("precedents", "--contradicting").expect(0)
    #expect(text.text.contains("1 pair of rulings"))
    let item = try tiebreak("precedents", "p4").expect(0)
    #expect(item.text.contains("came out differently"))
  }

  @Test func `a command that is asked for nothing, or for what is not there, says so`() throws {
    try tiebreak("precedents").expect(2)
    try tiebreak("precedents", "p1", "--contradicting").expect(2)
    try tiebreak("alike", "p1", "--json", "--lines").expect(2)
    #expect(try tiebreak("alike", "none").expect(1).complaint.contains("There is no item none"))
    #expect(try tiebreak("precedents", "none").expect(1).complaint.contains("There is no item"))
    #expect(
      try tiebreak("precedents", "p1").expect(0).text
        .contains("Nothing was ruled on the labels of p1 yet."))
    #expect(try tiebreak("alike", "q1").expect(0).text.contains("Nothing that is open for you"))
  }
}
