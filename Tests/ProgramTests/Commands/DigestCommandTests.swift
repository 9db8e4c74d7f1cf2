import Foundation
import TestSupport
import Testing

/// What annotators are told: the changes, their own labels, and nobody else's name.
@Suite struct DigestCommandTests {
  private static let others = ["ada", "bruno", "chen", "emil", "lea-1", "root", "Ulli"]

  /// A version, a ruling that names people and is hostile, and another that upholds a label.
  private func project() throws -> Workplace {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    try place.run(
      "-C", "project", "member", "add", "lea-1", "--os", "Ulli", "--role", "lead,adjudicator"
    ).expect(0)
    try place.run(
      "-C", "project", "guide", "draft", "--label", "refund", "--title", "<b>Refund</b> first",
      "--statement", "Money back.\n<script>alert(1)</script>\n# no heading\u{202E}", "--example",
      "[x](javascript:1)"
    ).expect(0)
    try place.run("-C", "project", "guide", "publish", "--yes").expect(0)
    let rulings = [
      #"{"item": "T-0059", "label": "refund", "cites": ["R-0001"], "reason": "As LEA-1 says", "#
        + #""note": "Ada, bruno and emil (not Ulli) said so; canada and brunoing stay. "#
        + #"<img src=x onerror=alert(1)> ![x](http://x) \u001b[31m"}"#,
      #"{"item": "T-0061", "outcome": "ambiguous", "note": "ada"}"#,
      #"{"item": "T-0022", "outcome": "none_of_these"}"#,
    ]
    for ruling in rulings {
      try place.run("-C", "project", "rule", input: ruling + "\n", as: "lea-1").expect(0)
    }
    return place
  }

  private func digest(_ place: Workplace, _ more: String...) throws -> Finished {
    try place.run(["-C", "project", "digest", "--since", "v0"] + more)
  }

  /// Whether a name stands in a text as a word.
  private func names(_ name: String, _ text: String) -> Bool {
    text.range(of: "\\b\(name)\\b", options: [.regularExpression, .caseInsensitive]) != nil
  }

  @Test(arguments: [[], ["--html"], ["--json"]])
  func `nobody else is named`(form: [String]) throws {
    let place = try project()
    let text = try place.run(
      ["-C", "project", "digest", "--since", "v0", "--annotator", "dilek"] + form
    ).expect(0).text
    #expect(text.contains("dilek"))
    #expect(text.contains("(somebody)"))
    for name in Self.others { #expect(!names(name, text), "\(name)") }
    #expect(text.contains("canada and brunoing"))
    let all = try place.run(["-C", "project", "digest", "--since", "v0"] + form).expect(0).text
    for name in Self.others + ["dilek"] { #expect(!names(name, all), "\(name)") }
  }

  @Test func `labels that were over-ruled stand with clause and reason`() throws {
    let place = try project()
    let json = try digest(place, "--annotator", "dilek", "--json").expect(0).json()
    #expect(json["corrections"]?.array.map { $0["item"]?.string } == ["T-0059", "T-0022"])
    #expect(json["over_ruled"]?.integer == 2)
    #expect(json["judged"]?.integer == 2)
    let first = json["corrections"]?[0]
    #expect(first?["said"]?.string == "defect")
    #expect(first?["ruled"]?.string == "refund")
    #expect(first?["clauses"]?[0]?["clause"]?.string == "R-0001")
    #expect(first?["reason"]?.string == "As (somebody) says")
    #expect(json["corrections"]?[1]?["ruled"] == .null)
    #expect(json["changes"]?[0]?["is"]?.string == "new")
    let emil = try digest(place, "--annotator", "emil").expect(0).text
    #expect(emil.contains("1 of your 2 labels"))
    // Since the version before the last, which is none.
    let counts = try place.run("-C", "project", "digest", "--json").expect(0).json()
    let said = counts["counts"]?.array.compactMap { $0["ratings"]?.integer } ?? []
    #expect(said.reduce(0, +) == counts["over_ruled"]?.integer)
    #expect((counts["over_ruled"]?.integer ?? 0) > 2)
  }

  @Test func `hostile words mean nothing in HTML`() throws {
    let place = try project()
    let page = try digest(place, "--annotator", "dilek", "--html").expect(0).text
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!page.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    try place.write("digest.xml", page.replacingOccurrences(of: "<!DOCTYPE html>\n", with: ""))
    let open = page.matches(of: /<(h[1-3]|p|ul|li|code|ins|del|blockquote|strong)>/).count
    let close = page.matches(of: /<\/(h[1-3]|p|ul|li|code|ins|del|blockquote|strong)>/).count
    #expect(open == close && open > 10)
  }

  @Test func `hostile words mean nothing in Markdown`() throws {
    let place = try project()
    let text = try digest(place, "--annotator", "dilek").expect(0).text
    #expect(!text.contains("<script") || text.contains("\\<script"))
    #expect(!text.contains(/[^\\]</))
    #expect(!text.contains(/[^\\]\[x/))
    #expect(!text.contains("\n# no heading"))
    #expect(!text.contains("http://"))
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func `versions and names that there are not are told`() throws {
    let place = try project()
    try place.run("-C", "project", "digest", "--since", "v9").expect(2)
    try place.run("-C", "project", "digest", "--since", "last").expect(2)
    let nobody = try digest(place, "--annotator", "nobody").expect(2)
    #expect(nobody.complaint.contains("Nobody rated under the name"))
    try digest(place, "--html", "--json").expect(2)
    try digest(place, "--annotator", "dilek", "--out", "d.md").expect(0)
    #expect(try place.read("d.md") == digest(place, "--annotator", "dilek").expect(0).text)
    try digest(place, "--out", "project/log/d.md").expect(4)
  }
}
