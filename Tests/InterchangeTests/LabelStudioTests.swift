import Domain
import Interchange
import TestSupport
import Testing

/// Label Studio's export: tasks, annotations, predictions, and broken JSON.
struct LabelStudioTests {
  private func read(_ text: String, _ mapping: Mapping = Mapping()) throws -> Import {
    try Import(text, name: "export.json", mapping)
  }

  /// One task with annotations whose results are given.
  private func task(_ results: String..., data: String = #"{"text":"hello"}"#) -> String {
    let annotations = results.enumerated().map { index, result in
      #"{"completed_by":\#(index + 1),"result":[\#(result)]}"#
    }
    return #"[{"id":7,"data":\#(data),"annotations":[\#(annotations.joined(separator: ","))]}]"#
  }

  private func result(_ type: String, _ value: String) -> String {
    #"{"from_name":"q","type":"\#(type)","value":\#(value)}"#
  }

  @Test func `one choice is a label, and once there are several they are sets`() throws {
    let found = try read(
      task(result("choices", #"{"choices":["A"]}"#), result("choices", #"{"choices":["B","A"]}"#)))
    #expect(found.summary == ["7/1=A", "7/2={A,B}"])
    #expect(found.ratings[0].unit.question == QuestionID("q"))
    var mapping = Mapping()
    mapping.values.kind = .labels
    let sets = try read(task(result("choices", #"{"choices":["A"]}"#)), mapping)
    #expect(sets.summary == ["7/1={A}"])
  }

  @Test(arguments: [
    ("rating", #"{"rating":4}"#, "4"), ("number", #"{"number":2.50}"#, "2.5"),
    ("pairwise", #"{"selected":"left"}"#, "left"),
    ("taxonomy", #"{"taxonomy":[["a","b"],["c"]]}"#, "{a/b,c}"),
    ("textarea", #"{"text":["one","two"]}"#, "'one\ntwo'"),
    ("ranker", #"{"ranker":["b",["a","c"]]}"#, #"{"ranking":[["b"],["a","c"]]}"#),
    (
      "labels", #"{"start":0,"end":2,"text":"he","labels":["X"]}"#,
      #"{"spans":[{"end":2,"label":"X","start":0}]}"#
    ),
    ("labels", #"{"text":"he","labels":["X","X"]}"#, "{X}"),
    (
      "rectanglelabels",
      #"{"x":1.5,"y":2,"width":3,"height":4,"rotation":0,"rectanglelabels":["Car"]}"#,
      #"{"boxes":[{"height":"4","label":"Car","rotation":"0","width":"3","x":"1.5","y":"2"}]}"#
    ),
  ])
  func `results of all types`(_ type: String, _ value: String, _ expected: String) throws {
    let found = try read(task(result(type, value)))
    #expect(found.summary == ["7/1=\(expected)"])
    #expect(found.diagnostics.count == 0)
  }

  @Test func `results of types that are not read are said`() throws {
    let found = try read(task(result("brushlabels", #"{"rle":[1]}"#)))
    #expect(found.ratings.isEmpty)
    #expect(found.codes == [.unreadResult, .unreadResult])
    #expect(found.diagnostics.refused == 0)
  }

  @Test func `an annotator without regions saw nothing, an annotator who cancelled abstained`()
    throws
  {
    let text = #"""
      [{"id":1,"annotations":[
        {"completed_by":{"id":4,"email":"a@example.com"},"result":[
          {"from_name":"q","type":"labels","value":{"start":0,"end":1,"labels":["X"]}}]},
        {"completed_by":{"id":5,"email":""},"result":[]},
        {"completed_by":"c","was_cancelled":true,"result":[]}]}]
      """#
    #expect(
      try read(text).summary
        == [
          #"1/a@example.com={"spans":[{"end":1,"label":"X","start":0}]}"#, #"1/5={"spans":[]}"#,
          "1/c=abstained",
        ])
  }

  @Test func `predictions are models' votes, ground truth is gold`() throws {
    let text = #"""
      {"id":"x","data":{"text":"t"},
       "annotations":[{"completed_by":1,"ground_truth":true,"lead_time":1.5,
         "created_at":"2026-01-01T00:00:00.5Z","result":[{"from_name":"q","type":"choices",
         "value":{"choices":["A"]}}]}],
       "predictions":[{"model_version":"m-2","score":0.25,"result":[{"from_name":"q",
         "type":"choices","value":{"choices":["B"]}}]}]}
      """#
    let found = try read(text)
    #expect(found.ratings.map(\.origin) == [.gold, .model])
    #expect(found.ratings[0].milliseconds == 1500)
    #expect(found.ratings[0].at?.text == "2026-01-01T00:00:00.500Z")
    #expect(found.ratings[1].annotator == AnnotatorID("m-2"))
    #expect(found.ratings[1].confidence == Number("0.25"))
    #expect(try Scan(Array(text.utf8)).tables.ratings == 0)
  }

  @Test(arguments: [
    (#"{"text":"hi"}"#, Payload.text("hi")),
    (#"{"image":"a/b.png"}"#, .image(ImageReference(path: "a/b.png", width: nil, height: nil))),
    (
      #"{"prompt":"p","response1":"x","response2":"y"}"#,
      .pair(ResponsePair(prompt: "p", first: "x", second: "y"))
    ),
    (
      #"{"dialogue":[{"role":"user","content":"hi"}]}"#,
      .conversation([Turn(speaker: "user", text: "hi")])
    ),
    (
      #"{"a":"x","n":7,"deep":{"k":[1,null]},"none":null}"#,
      .fields([
        Field(name: "a", text: "x"), Field(name: "n", text: "7"),
        Field(name: "deep", text: #"{"k":[1,null]}"#),
      ])
    ),
    ("{}", .none),
  ])
  func `what a task shows is read by its shape`(_ data: String, _ expected: Payload) throws {
    #expect(try read(task(data: data)).sink.items.first?.payload == expected)
  }

  @Test func `ids are text, up to 64 bits without a sign`() throws {
    #expect(
      try read(#"[{"id":18446744073709551615,"data":{}}]"#).sink.items[0].id.text
        == "18446744073709551615")
    #expect(try read(#"[{"id":18446744073709551616,"data":{}}]"#).codes == [.bigNumber])
    let unnamed = try read(#"[{"data":{"text":"a"}},{"data":{}}]"#)
    #expect(unnamed.sink.items.first?.id.text.hasPrefix("sha256:") == true)
    #expect(unnamed.codes == [.emptyItem])
  }

  @Test func `the item's id may be a field of the data, and has the source's name`() throws {
    var mapping = Mapping()
    mapping.item = ["doc"]
    mapping.source = "web"
    mapping.slices = ["lang"]
    let found = try read(
      #"[{"id":1,"data":{"doc":"d1","lang":"de"},"meta":{"team":3}},{"id":2,"data":{}}]"#, mapping)
    #expect(found.sink.items.map(\.id.text) == ["web:d1"])
    #expect(
      found.sink.items[0].slices == [
        Slice(key: "lang", value: "de"), Slice(key: "team", value: "3"),
      ])
    #expect(found.codes == [.emptyItem])
  }

  @Test func `spans are placed by scalars where the export counts UTF-16`() throws {
    let data = #"{"text":"😀😀 ab"}"#
    let found = try read(
      task(result("labels", #"{"start":5,"end":7,"text":"ab","labels":["X"]}"#), data: data))
    #expect(found.ratings[0].value == .spans([Span(start: 3, end: 5, label: LabelID("X"))]))
  }

  @Test(arguments: [
    (#"[{"id":1,"id":2,"data":{}}]"#, DiagnosticCode.duplicateKey),
    (#"[{"id":1,"\u0069d":2,"data":{}}]"#, .duplicateKey),
    (#"[{"id":1,"data":{"text":"\ud800"}}]"#, .loneSurrogate),
    (#"[{"id":1,"data":{"text":"\udc00"}}]"#, .loneSurrogate),
    (#"[{"id":1,"data":{"text":"\\ud800\q"}}]"#, .badJSON),
    (#"[{"id":1,"data":{"text":"\ud83d\ude00\q"}}]"#, .badJSON),
    (#"[{"id":1,"data":{"text":"a\u0000b"}}]"#, .nulByte),
    (#"[{"id":1,"data":{"text":"a"},}]"#, .badJSON),
    (#"[{"id":1 "data":{}}]"#, .badJSON),
    (#"[{"id":1,"data":{"n":01}}]"#, .bigNumber),
    (#"[{"id":1,"data":{"n":1e999}}]"#, .bigNumber),
    (#"[{"id":1,"data":[}]}]"#, .badJSON),
    (#"["data", 7, null]"#, .notATask),
    (#"[{"id":1,"data":{}},]"#, .badJSON),
    (#"[{"id":1,"data":{}} {"id":2}]"#, .badJSON),
    (#"[{"id":1,"data":{}}] x"#, .trailingText),
    (#"[{"id":1,"data":{}}"#, .cutOff),
    (#"[{"id":1,"data":{"te"#, .cutOff),
  ])
  func `broken JSON is refused with what is wrong`(_ text: String, _ code: DiagnosticCode) throws {
    let found = try read(text)
    #expect(found.codes.first == code)
    #expect(found.diagnostics.kept[0].line == 1)
  }

  @Test func `bad elements are left out, good ones go in`() throws {
    let text = "[\n{\"id\":1,\"data\":{}},\n  {\"id\":2,\"id\":3,\"data\":{}},\n{\"id\":4}]"
    let found = try read(text)
    #expect(found.sink.items.map(\.id.text) == ["1", "4"])
    #expect(found.diagnostics.kept.map { [$0.line, $0.column] } == [[3, 3]])
  }

  @Test func `a hundred thousand levels cost one diagnostic`() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let found = try read(#"[{"id":1,"data":\#(deep)},{"id":2,"data":{}}]"#)
    #expect(found.sink.items.map(\.id.text) == ["2"])
    #expect(found.codes == [.tooDeep])
    let open = String(repeating: #"{"data":["#, count: 100_000)
    #expect(try read(open).codes == [.cutOff])
  }

  @Test func `an element larger than the limit is passed over`() throws {
    let long = String(repeating: "x", count: 5_000_000)
    let text = #"[{"id":1,"data":{"text":"\#(long)"}},{"id":2,"data":{}}]"#
    let found = try Import(text, name: "e.json", limits: Limits(record: 1 << 20))
    #expect(found.sink.items.map(\.id.text) == ["2"])
    #expect(found.codes == [.tooLong])
  }

  @Test func `a task a line is read too`() throws {
    let text = "{\"id\":1,\"data\":{}}\r\n\n{\"id\":2,\"data\":{}}\n"
    #expect(try read(text).sink.items.map(\.id.text) == ["1", "2"])
  }

  @Test func `a closed set of labels refuses the label, not the task`() throws {
    var mapping = Mapping()
    mapping.values.labels = [LabelID("A")]
    let found = try read(
      task(result("choices", #"{"choices":["A"]}"#), result("choices", #"{"choices":["a"]}"#)),
      mapping)
    #expect(found.summary == ["7/1=A"])
    #expect(found.codes == [.unknownLabel])
  }

  @Test(arguments: [
    ("cold", 3, ["3", "5", "6"]), ("external", 3, ["1"]), ("ignore", 5, ["1", "2"]),
    ("many-notes", 10, ["1", "2", "3"]), ("sublabels", 1, ["1"]),
  ])
  func `exports of chart-review`(_ name: String, _ tasks: Int, _ annotators: [String]) throws {
    guard
      let path = try SharedFixtures.path("data/tool-exports/label-studio/chart-review_\(name).json")
    else { return }
    let found = try Import(ByteSource(path: path))
    #expect(found.format.name == "label-studio")
    #expect(found.diagnostics.refused == 0)
    #expect(found.sink.items.count >= tasks)
    #expect(Set(found.ratings.compactMap(\.annotator?.text)).isSuperset(of: annotators))
  }

  @Test func `the export with three annotators a task`() throws {
    guard let path = try SharedFixtures.path("data/labelstudio-bbox/export.json") else { return }
    let found = try Import(ByteSource(path: path))
    #expect(found.sink.items.count == 5)
    let people = found.ratings.filter { $0.origin == .person }
    #expect(Set(people.compactMap(\.annotator)).count == 3)
    let boxes = people.map { rating -> Int in
      if case .boxes(let boxes) = rating.value { boxes.count } else { 0 }
    }
    #expect(boxes.reduce(0, +) == 91)
    #expect(found.diagnostics.refused == 0)
  }

  @Test(arguments: ["converter_csv_test", "converter_csv_test2", "converter_yolo_obb_data"])
  func `exports of the converter's tests`(_ name: String) throws {
    guard let path = try SharedFixtures.path("data/tool-exports/label-studio/\(name).json") else {
      return
    }
    let found = try Import(ByteSource(path: path))
    #expect(!found.ratings.isEmpty)
    #expect(found.diagnostics.refused == 0, "\(found.diagnostics.kept)")
  }
}
