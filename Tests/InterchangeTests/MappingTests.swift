import Domain
import Interchange
import Testing

/// Which column is read as what.
struct MappingTests {
  private func mapping(_ change: (inout Mapping) -> Void) -> Mapping {
    var mapping = Mapping()
    change(&mapping)
    return mapping
  }

  @Test func `usual names are found whatever their case`() throws {
    #expect(
      try Import("Task_ID,Worker,Judgment\n1,w,x\n").summary == ["1/w=x"])
  }

  @Test func `question is the item where nothing else is, or else the question`() throws {
    #expect(try Import("question,rater,judgment\n7,r,1\n").summary == ["7/r=1"])
    let found = try Import("item,question,rater,judgment\nt,tone,r,1\n")
    #expect(found.ratings.first?.unit == UnitID(item: ItemID("t"), question: QuestionID("tone")))
  }

  @Test func `two columns that both look like the annotator are refused by name`() {
    #expect(
      throws: InterchangeError.ambiguousColumn(
        path: "f.csv", role: "annotator", flag: "--annotator", candidates: ["worker", "rater"])
    ) {
      try Import("item,worker,rater,label\n")
    }
    #expect(throws: Never.self) {
      try Import("item,worker,rater,label\n", mapping { $0.annotator = "rater" })
    }
  }

  @Test func `a missing column is refused with the columns there are`() {
    #expect(
      throws: InterchangeError.missingColumn(
        path: "f.csv", role: "label", flag: "--label", columns: ["item", "annotator", "verdict"])
    ) {
      try Import("item,annotator,verdict\n")
    }
    let named = #expect(throws: InterchangeError.self) {
      try Import("item,annotator,verdict\n", mapping { $0.label = "lable" })
    }
    #expect(named?.description.contains("there is no lable") == true)
    #expect(named?.description.contains("item, annotator, verdict") == true)
  }

  @Test func `a named column that stands twice is refused`() {
    #expect(throws: InterchangeError.duplicateColumn(path: "f.csv", name: "v")) {
      try Import("item,annotator,v,v\n", mapping { $0.label = "v" })
    }
  }

  @Test func `ids made of several columns cannot be confused`() throws {
    let mapping = mapping { $0.item = ["p", "q"] }
    let found = try Import("p,q,annotator,label\na|b,c,r,x\na,b|c,r,x\n,,r,x\n", mapping)
    #expect(found.ratings.map(\.unit.item.text) == [#"a\|b|c"#, #"a|b\|c"#])
    #expect(found.codes == [.emptyItem])
    #expect(
      try Scan(Array("p,q,annotator,label\na|b,c,r,x\na,b|c,r,x\n".utf8), mapping)
        .tables.items.count == 2)
  }

  @Test func `long composed ids become digests, and a source is their prefix`() throws {
    let long = String(repeating: "z", count: 300)
    let mapping = mapping {
      $0.item = ["p", "q"]
      $0.source = "web"
    }
    let found = try Import("p,q,annotator,label\n\(long),c,r,x\n", mapping)
    #expect(found.ratings.first?.unit.item.text.hasPrefix("web:sha256:") == true)
    #expect(found.sink.items.first?.source == "web")
  }

  @Test func `payloads of all shapes, and slices`() throws {
    let header = "item,annotator,label,p,q,lang\n"
    let row = "t,a,x,hello,\"two, lines\",de\n"
    func payload(_ shape: PayloadShape) throws -> Payload? {
      try Import(header + row, mapping { $0.payload = shape }).sink.items.first?.payload
    }
    #expect(try payload(.text("p")) == .text("hello"))
    #expect(
      try payload(.image("p")) == .image(ImageReference(path: "hello", width: nil, height: nil)))
    #expect(
      try payload(.fields(["q", "p"]))
        == .fields([Field(name: "q", text: "two, lines"), Field(name: "p", text: "hello")]))
    #expect(
      try payload(.pair(prompt: "lang", first: "p", second: "q"))
        == .pair(ResponsePair(prompt: "de", first: "hello", second: "two, lines")))
    #expect(
      try payload(.conversation(["p", "q"]))
        == .conversation([
          Turn(speaker: "p", text: "hello"), Turn(speaker: "q", text: "two, lines"),
        ]))
    let sliced = try Import(header + row, mapping { $0.slices = ["lang"] })
    #expect(sliced.sink.items.first?.slices == [Slice(key: "lang", value: "de")])
  }

  @Test func `columns of 0 and 1 spell a label or a set`() throws {
    let mapping = mapping {
      $0.oneHot = [OneHot(prefix: "is_"), OneHot(prefix: "type.", form: .someLabels)]
    }
    let text = """
      item,annotator,is_a,is_b,type.x,type.y
      t1,r,1,0,1,1
      t2,r,0,0,0,0
      t3,r,1,1,0,1
      t4,r,0,no?,0,0

      """
    let found = try Import(text, mapping)
    #expect(found.summary == ["t1/r=a", "t1/r={x,y}", "t3/r={y}"])
    #expect(found.codes == [.severalLabels, .notABoolean])
    #expect(found.ratings.map(\.unit.question.text) == ["is", "type", "type"])
    #expect(try Scan(Array(text.utf8), mapping).summary == ["t1/r=a", "t1/r=x|y", "t3/r=y"])
  }

  @Test func `wide tables are recognised by their header`() throws {
    let text = "item,rater_1,rater_2,Judge C\nt,x,,y\n"
    let found = try Import(text)
    #expect(found.format.name == "wide-csv")
    #expect(found.summary == ["t/rater_1=x", "t/Judge C=y"])
    #expect(try Scan(Array(text.utf8)).summary == found.summary)
  }

  @Test func `several questions a row are anonymous unless somebody is named`() throws {
    let anonymous = mapping { $0.questions = ["v", "w"] }
    let found = try Import("item,v,w\nt,1,2\n", anonymous)
    #expect(found.summary == ["t/-=1", "t/-=2"])
    #expect(found.codes == [.noAnnotators])
    #expect(found.diagnostics.refused == 0)
    #expect(try Import("item,rater,v,w\nt,r,1,2\n", anonymous).summary == ["t/r=1", "t/r=2"])
  }

  @Test func `the canonical form of a mapping reads back as the same mapping`() throws {
    let full = mapping {
      $0.format = "csv"
      $0.item = ["a", "b"]
      $0.annotator = "c"
      $0.label = "d"
      $0.question = "e"
      $0.round = "f"
      $0.at = "g"
      $0.seconds = "h"
      $0.note = "i"
      $0.confidence = "j"
      $0.flag = "k"
      $0.annotators = ["l"]
      $0.questions = ["m", "n"]
      $0.oneHot = [OneHot(prefix: "o.", form: .labels)]
      $0.payload = .pair(prompt: "p", first: "q", second: "r")
      $0.slices = ["s"]
      $0.source = "t"
      $0.repeats = .first
      $0.values = ValueExpectation(kind: .labels, labels: [LabelID("u"), LabelID("v")])
      $0.valuesByQuestion = [QuestionID("w"): ValueExpectation(kind: .number)]
      $0.abstained = ["", "skip"]
      $0.delimiter = .tab
    }
    for mapping in [Mapping(), full] {
      let bytes = Canonical.bytes(mapping.canonical)
      let read = try #require(try CanonicalReader.read(bytes).object)
      #expect(Mapping(canonical: read) == mapping)
    }
    #expect(Canonical.bytes(Mapping().canonical) == Array("{}".utf8))
    #expect(Mapping(canonical: CanonicalObject(["colour": "red"])) == nil)
    #expect(Mapping(canonical: CanonicalObject(["item": "x"])) == nil)
  }
}
