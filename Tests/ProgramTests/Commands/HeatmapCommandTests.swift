import Foundation
import TestSupport
import Testing

/// What a lead and a script get from `heatmap`.
@Suite struct HeatmapCommandTests {
  private let file = Sample.supportTickets.folder + "/ratings.csv"

  @Test func `the most confused pair stands in the second line`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let lines = try place.run("-C", "project", "heatmap").expect(0).lines
    #expect(
      lines[1] == "Hottest: refund / billing: 29 % of 432 comparisons with refund, by chance 17 %.")
    let chat = try place.run(
      "-C", "project", "heatmap", "--map", "label-slice", "--slice", "channel", "--measure", "alpha"
    ).expect(0).lines
    #expect(chat[1].hasPrefix("Hottest: account / chat: α .38"))
  }

  @Test func `JSON keeps its contract, and a project says what its file says`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let stored = try place.run("-C", "project", "heatmap", "--order", "size", "--json").expect(0)
      .json()
    let read = try place.run(
      "heatmap", file, "--abstained", "abstained", "--order", "size", "--json"
    ).expect(0).json()
    let wanted = [
      "kind", "measure", "meaning", "order", "items", "pairable_items", "ratings", "alpha",
      "enough",
      "rows", "columns", "heat", "hottest", "cells", "diagnostics",
    ]
    #expect(Set(wanted).subtracting(stored.names).isEmpty)
    #expect(stored["cells"] == read["cells"])
    #expect(stored["rows"]?["names"]?.array.count == 8)
    #expect(stored["cells"]?.array.count == 64)
    for cell in stored["cells"]?.array ?? [] {
      let members = [
        "row", "column", "value", "ci95", "count", "base", "reference", "too_few", "heat",
      ]
      #expect(Set(members).subtracting(cell.names).isEmpty)
    }
    let people = try place.run(
      "-C", "project", "heatmap", "--map", "annotator-annotator", "--json"
    ).expect(0).json()
    let own = people["cells"]?[0]
    #expect(own?["value"] == .null)
    #expect(own?["reason"]?.string == "undefined_self")
    #expect(own?["explanation"]?.string?.isEmpty == false)
  }

  @Test func `what waits and what was ruled are maps of their own`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let open = try place.run("-C", "project", "heatmap", "--of", "open", "--json").expect(0).json()
    #expect(open["of"]?.string == "open")
    #expect(open["items"] == open["pairable_items"])
    let ruled = try place.run("-C", "project", "heatmap", "--of", "over-ruled").expect(0).lines
    #expect(ruled.last == "There is nothing to draw: no ruling names a label yet.")
    let weeks = try place.run("-C", "project", "heatmap", "--map", "pair-week", "--json").expect(0)
      .json()
    let rows = weeks["rows"]
    #expect(rows?["pairs"]?.array.count == rows?["names"]?.array.count)
    #expect(weeks["changes"]?.array.count == rows?["names"]?.array.count)
    _ = try place.run("-C", "project", "heatmap", "--map", "label-week", "--of", "open").expect(2)
    _ = try place.run("heatmap", file, "--abstained", "abstained", "--of", "open").expect(2)
  }

  @Test func `CSV and SVG are read back by others`() throws {
    let place = try Workplace()
    try place.write(
      "a.csv",
      "item,annotator,label\n1,a,=1+1\n1,b,\"<x>, \"\"y\"\"\"\n2,a,=1+1\n2,b,=1+1\n")
    let run = try place.run("heatmap", "a.csv", "--csv", "--svg", "map.svg").expect(0)
    let table = try CSVTable(run.text)
    #expect(table.rows.count == 4)
    let cell = table.rows.first { $0["row"] == "'=1+1" && $0["column"] == "<x>, \"y\"" }
    #expect(cell?["count"] == "1" && cell?["base"] == "3" && cell?["too_few"] == "1")
    let parsed = try place.shell(
      "python3 -c 'import xml.dom.minidom as m; d = m.parse(\"map.svg\"); "
        + "print([t.firstChild.data for t in d.getElementsByTagName(\"text\")])'"
    ).expect(0)
    #expect(parsed.text.contains("<x>, \"y\""))
  }

  @Test func `spans are no labels, and what is left of the files goes on`() throws {
    let place = try Workplace()
    let result =
      #"{"from_name":"ner","to_name":"t","type":"labels","value":{"start":0,"end":2,"#
      + #""labels":["PER"]}}"#
    try place.write(
      "spans.json",
      #"[{"id":1,"data":{"text":"Ada"},"annotations":[{"completed_by":1,"result":[\#(result)]}]}]"#)
    try place.write("a.csv", "item,annotator,label\n1,a,x\n1,b,y\n")
    let sentence = "spans.json marks spans or boxes: `tiebreak agree` measures these"
    for command in ["heatmap", "annotators"] {
      let alone = try place.run(command, "spans.json").expect(1)
      #expect(alone.output.isEmpty && alone.complaint.contains(sentence))
      let both = try place.run(command, "spans.json", "a.csv").expect(0)
      #expect(both.complaint.contains(sentence) && both.lines[0].hasPrefix("a.csv"))
    }
    try place.run("init", "project", "--sandbox", "--from", "spans.json").expect(0)
    for command in ["heatmap", "annotators"] {
      let run = try place.run("-C", "project", command).expect(1)
      #expect(run.complaint.contains("marks spans or boxes"))
    }
  }

  @Test func `each cell of a table has an interval or the reason why it has none`() throws {
    let place = try Workplace()
    for measure in ["share", "count", "alpha", "specific"] {
      let run = try place.run(
        "heatmap", file, "--abstained", "abstained", "--measure", measure, "--csv"
      ).expect(0)
      let rows = try CSVTable(run.text).rows
      #expect(rows.count == 64)
      for row in rows {
        let ends = [row["low"], row["high"]].compactMap { $0 }.filter { !$0.isEmpty }
        #expect(ends.count == (row["reason"]?.isEmpty == true ? 2 : 0), "\(measure): \(row)")
      }
    }
  }

  @Test func `a picture that cannot be written is called what it was called`() throws {
    let place = try Workplace()
    let run = try place.run("heatmap", file, "--svg", "gone/map.svg").expect(4)
    #expect(run.complaint.contains("gone/map.svg: ") && !run.complaint.contains("incoming"))
  }

  @Test func `what cannot be drawn is refused with a reason`() throws {
    let place = try Workplace()
    try Sample.supportTickets.make(in: place)
    let refused = { (words: [String], code: Int) in
      let run = try place.run(words).expect(code)
      #expect(run.output.isEmpty && !run.complaint.isEmpty)
      return run.complaint
    }
    let slices = try refused(["-C", "project", "heatmap", "--map", "label-slice"], 2)
    #expect(slices.contains("channel, language and product"))
    _ = try refused(["heatmap", file, "--map", "label-batch"], 2)
    _ = try refused(["heatmap", file, "--map", "sideways"], 2)
    _ = try refused(["heatmap", "--map", "annotator-annotator", "--measure", "specific"], 2)
    _ = try refused(["heatmap", file, "--map", "label-slice", "--slice", "nope"], 3)
    _ = try refused(["heatmap", "gone.csv"], 4)
    _ = try refused(["-C", "nowhere", "heatmap"], 4)
  }
}
