import Agreement
import Domain
import Foundation
import Interchange
import Runtime
import Testing

/// Questions without labels are named and left out of tables of labels; the others go on.
struct UnlabelledQuestionTests {
  private func result(_ name: String, _ type: String, _ value: String) -> String {
    #"{"from_name":"\#(name)","to_name":"x","type":"\#(type)","value":\#(value)}"#
  }

  /// Two annotators who draw boxes and say what they think of the picture.
  private var export: String {
    let tasks = (0..<6).map { item -> String in
      let annotations = (1...2).map { annotator -> String in
        let box =
          #"{"x":\#(annotator),"y":2,"width":3,"height":4,"rotation":0,"rectanglelabels":["Car"]}"#
        let word = item % annotator == 0 ? "sharp" : "blurred"
        let results = [
          result("where", "rectanglelabels", box),
          result("look", "choices", #"{"choices":["\#(word)"]}"#),
        ]
        return #"{"completed_by":\#(annotator),"result":[\#(results.joined(separator: ","))]}"#
      }
      return
        #"{"id":\#(item),"data":{"lang":"en"},"annotations":[\#(annotations.joined(separator: ","))]}"#
    }
    return "[\(tasks.joined(separator: ","))]"
  }

  private func withFile<Result>(
    _ text: String, _ name: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = NSTemporaryDirectory() + "unlabelled-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try body(path)
  }

  @Test func `boxes are no labels, and the other question of the file goes on`() throws {
    try withFile(export, "export.json") { path in
      for kind in [HeatMapKind.labelLabel, .labelAnnotator, .labelSlice] {
        var mapping = Mapping()
        if kind == .labelSlice { mapping.slices = ["lang"] }
        let found = try FileHeatMaps(mapping: mapping)
          .questions(of: path, kind, question: nil, diagnostics: Diagnostics())
        #expect(found.drawable.map(\.question) == ["look"])
        #expect(
          found.unlabelled.map(\.sentence) == [
            "export.json, where marks spans or boxes: `tiebreak agree` measures these"
          ], "\(kind)")
        let map = try #require(found.drawable.first).drawn(HeatMapRequest(kind: kind)).map
        #expect(map.rows.names.contains("sharp"))
        #expect(!map.rows.names.contains { $0.contains("{") })
      }
      let votes = try VoteFile(mapping: Mapping()).votes(of: path, diagnostics: Diagnostics())
      let left = votes.compactMap { UnlabelledQuestion($0, isOneOfSeveral: true) }
      #expect(left.map(\.question) == ["where"])
      #expect(UnlabelledQuestion.failure(left).code == .answerIsNo)
    }
  }

  @Test func `abstentions alone are no labels either`() throws {
    let rows = ["item,annotator,label,at,lang", "1,ada,?,2026-01-01,en", "2,ben,?,2026-01-02,en"]
    try withFile(rows.joined(separator: "\n"), "a.csv") { path in
      var mapping = Mapping()
      mapping.abstained = ["?"]
      mapping.slices = ["lang"]
      let votes = try VoteFile(mapping: mapping).votes(of: path, diagnostics: Diagnostics())
      let left = votes.compactMap { UnlabelledQuestion($0, isOneOfSeveral: false) }
      #expect(left.map(\.reason) == [.abstentions])
      let (sentence, code) = UnlabelledQuestion.failure(left)
      #expect(sentence == "a.csv: no rating holds a label: all are abstentions.")
      #expect(code == .inputRefused)
      for kind in [HeatMapKind.labelLabel, .labelWeek, .labelSlice] {
        let found = try FileHeatMaps(mapping: mapping)
          .questions(of: path, kind, question: nil, diagnostics: Diagnostics())
        #expect(found.drawable.isEmpty && found.unlabelled == left, "\(kind)")
      }
    }
  }
}
