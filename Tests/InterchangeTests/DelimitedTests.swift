import Domain
import Interchange
import Testing

/// Tables: what is read, and what is refused where.
struct DelimitedTests {
  private let plain = "item,annotator,label\nt1,a,x\nt1,b,y\nt2,a,x\n"
  private let expected = ["t1/a=x", "t1/b=y", "t2/a=x"]

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `line breaks of all three kinds`(_ lineBreak: String) throws {
    let text = plain.replacing("\n", with: lineBreak)
    #expect(try Import(text).summary == expected)
    #expect(try Scan(Array(text.utf8)).summary == expected)
  }

  @Test func `a byte order mark is no part of the first column`() throws {
    #expect(try Import("\u{FEFF}" + plain).summary == expected)
  }

  @Test func `the last line needs no break`() throws {
    #expect(try Import(String(plain.dropLast())).summary == expected)
    #expect(try Scan(Array(plain.dropLast().utf8)).summary == expected)
  }

  @Test func `cells may be quoted, with breaks, delimiters and quotes in them`() throws {
    let text = "item,annotator,label\n\"t,1\",\"a\r\nb\",\"x \"\"y\"\"\"\n\"t2\",c,\"\"\n"
    #expect(try Import(text).summary == ["t,1/a\r\nb=x \"y\""])
    #expect(try Scan(Array(text.utf8)).summary == ["t,1/a\r\nb=x \"y\""])
  }

  @Test func `a quote in the middle of a plain cell is text`() throws {
    #expect(try Import("item,annotator,label\n5\" pipe,a,x\n").summary == ["5\" pipe/a=x"])
  }

  @Test func `an empty cell was never asked, a declared word is an abstention`() throws {
    var mapping = Mapping()
    mapping.abstained = ["skip"]
    let text = "item,annotator,label\nt,a,\nt,b,skip\nt,c,x\nt,d,  \n"
    #expect(try Import(text, mapping).summary == ["t/b=abstained", "t/c=x"])
    #expect(try Scan(Array(text.utf8), mapping).summary == ["t/b=abstained", "t/c=x"])
    mapping.abstained = [""]
    #expect(
      try Import(text, mapping).summary == ["t/a=abstained", "t/b=skip", "t/c=x"])
  }

  @Test func `a ragged row is refused where it stands, the rest goes in`() throws {
    let text = "item,annotator,label\nt1,a,x\nt1,b\nt1,c,x,y\nt2,a,x\n"
    let found = try Import(text)
    #expect(found.summary == ["t1/a=x", "t2/a=x"])
    #expect(found.codes == [.ragged, .ragged])
    #expect(found.diagnostics.kept.map(\.line) == [3, 4])
    #expect(found.diagnostics.refused == 2)
    let refused = String(decoding: found.refused.bytes, as: UTF8.self)
    #expect(refused.contains("# f.csv:3: 2 cells where the header has 3 [ragged]\nt1,b\n"))
    #expect(try Scan(Array(text.utf8)).summary == found.summary)
  }

  @Test func `an unclosed quote costs its line and names it`() throws {
    let text = "item,annotator,label\nt1,a,x\nt1,\"b,y\nt2,a,x\n"
    let found = try Import(text)
    #expect(found.summary == ["t1/a=x", "t2/a=x"])
    #expect(found.codes == [.unclosedQuote])
    #expect(found.diagnostics.kept.first?.line == 3)
    #expect(found.diagnostics.kept.first?.column == 4)
    #expect(try Scan(Array(text.utf8)).summary == found.summary)
  }

  @Test func `text after a closing quote costs its line`() throws {
    let found = try Import("item,annotator,label\nt1,\"a\"b,x\nt2,a,x\n")
    #expect(found.summary == ["t2/a=x"])
    #expect(found.codes == [.textAfterQuote])
    #expect(found.diagnostics.kept.first?.column == 7)
  }

  @Test func `bytes that are no UTF-8 and NUL cost their row`() throws {
    let bytes = Array("item,annotator,label\nt1,a,x\nt".utf8) + [0xFF] + Array(",a,x\nt3,".utf8)
    let text = bytes + [0] + Array(",x\nt4,a,x\n".utf8)
    let found = try Import(text)
    #expect(found.summary == ["t1/a=x", "t4/a=x"])
    #expect(found.codes == [.notUTF8, .nulByte])
    #expect(found.diagnostics.kept.map(\.line) == [3, 4])
    #expect(found.diagnostics.kept.map(\.column) == [2, 4])
    #expect(found.diagnostics.kept.first?.excerpt.contains("\\xff") == true)
    #expect(try Scan(text).summary == found.summary)
  }

  @Test func `a line longer than the limit is passed over`() throws {
    let long = String(repeating: "y", count: 5_000_000)
    let text = "item,annotator,label\nt1,a,x\nt1,b,\(long)\nt2,a,x\n"
    let found = try Import(text, limits: Limits(record: 1 << 20))
    #expect(found.summary == ["t1/a=x", "t2/a=x"])
    #expect(found.codes == [.tooLong])
    #expect(found.diagnostics.kept.first?.line == 3)
    #expect(found.refused.bytes.count < 10_000)
  }

  @Test func `names beyond their limit and too many cells are refused`() throws {
    let name = String(repeating: "n", count: 2000)
    let found = try Import("item,annotator,label\n\(name),a,x\nt,\(name),x\nt,a,\(name)\n")
    #expect(found.codes == [.idTooLong, .idTooLong, .idTooLong])
    let cells = String(repeating: ",", count: 5000)
    #expect(try Import("item,annotator,label\n\(cells)\nt,a,x\n").codes == [.tooManyColumns])
  }

  @Test func `an unknown label is refused with the one that was meant`() throws {
    var mapping = Mapping()
    mapping.values.labels = [LabelID("billing"), LabelID("refund")]
    let text = "item,annotator,label\nt1,a,refund\nt1,b,biling\nt1,c,zzz\n"
    let found = try Import(text, mapping)
    #expect(found.summary == ["t1/a=refund"])
    #expect(found.codes == [.unknownLabel, .unknownLabel])
    #expect(found.diagnostics.kept[0].reason.hasSuffix("did you mean billing?"))
    #expect(!found.diagnostics.kept[1].reason.contains("did you mean"))
    #expect(found.diagnostics.kept[0].column == 6)
    #expect(try Scan(Array(text.utf8), mapping).summary == found.summary)
  }

  @Test func `numbers that are no numbers are refused`() throws {
    var mapping = Mapping()
    mapping.values.kind = .number
    let text = "item,annotator,label\nt,a,1\nt,b,1.0\nt,c,one\nt,d,nan\nt,e,\n"
    let found = try Import(text, mapping)
    #expect(found.summary == ["t/a=1", "t/b=1.0"])
    #expect(found.codes == [.notANumber, .notANumber])
    #expect(try Scan(Array(text.utf8), mapping).summary == ["t/a=1", "t/b=1"])
  }

  @Test func `label sets are read and come out in one order`() throws {
    var mapping = Mapping()
    mapping.values.kind = .labels
    let text = "item,annotator,label\nt,a,y|x\nt,b,x|y|x\n"
    #expect(try Import(text, mapping).summary == ["t/a={x,y}", "t/b={x,y}"])
    #expect(try Scan(Array(text.utf8), mapping).summary == ["t/a=x|y", "t/b=x|y"])
  }

  @Test func `a row without item or annotator is refused`() throws {
    let text = "item,annotator,label\n,a,x\nt,,x\nt,b,x\n"
    let found = try Import(text)
    #expect(found.summary == ["t/b=x"])
    #expect(found.codes == [.emptyItem, .emptyAnnotator])
    #expect(try Scan(Array(text.utf8)).summary == found.summary)
  }

  @Test func `times, seconds, confidence, notes, rounds and flags`() throws {
    let text = """
      item,annotator,label,at,seconds,confidence,note,round,flag
      t,a,x,2026-01-02T03:04:05Z,1.25,0.75,"a, note",r1,yes
      t,b,x,1700000000,,,,,
      t,c,x,yesterday,,,,,
      t,d,x,,soon,,,,
      t,e,x,,,,,,maybe

      """
    let found = try Import(text)
    let first = try #require(found.ratings.first)
    #expect(first.at?.text == "2026-01-02T03:04:05.000Z")
    #expect(first.milliseconds == 1250)
    #expect(first.confidence == Number("0.75"))
    #expect(first.note == "a, note")
    #expect(first.round == "r1")
    #expect(first.isFlagged)
    #expect(found.ratings.last?.at?.milliseconds == 1_700_000_000_000)
    #expect(found.codes == [.notATime, .notANumber, .notABoolean])
    let scan = try Scan(Array(text.utf8))
    #expect(scan.times.prefix(2) == [1_767_323_045_000, 1_700_000_000_000])
  }

  @Test func `ids keep control and bidi characters as they are`() throws {
    let text = "item,annotator,label\n\u{202E}t\u{1B}[31m,a\u{200B},x\u{7}\n"
    #expect(try Import(text).summary == ["\u{202E}t\u{1B}[31m/a\u{200B}=x\u{7}"])
  }

  @Test func `names equal only after normalisation are different`() throws {
    let text = "item,annotator,label\ncafé,a,x\ncafe\u{301},a,x\n"
    #expect(Set(try Import(text).ratings.map(\.unit.item)).count == 2)
    #expect(try Scan(Array(text.utf8)).tables.items.count == 2)
  }

  @Test func `tabs, semicolons and bars`() throws {
    #expect(
      try Import(plain.replacing(",", with: "\t"), name: "f.tsv").format.name == "tsv")
    #expect(try Import(plain.replacing(",", with: "\t"), name: "f").summary == expected)
    var mapping = Mapping()
    mapping.delimiter = .semicolon
    #expect(try Import(plain.replacing(",", with: ";"), mapping).summary == expected)
  }

  @Test func `a table a thousand stretches long is the same in blocks and in records`() throws {
    var text = "item,annotator,label\n"
    var expected: [String] = []
    for row in 0..<70_000 {
      // Every ninth row is quoted, every hundredth has a break in it.
      let label = row.isMultiple(of: 100) ? "\"l\n\(row % 7)\"" : "l\(row % 7)"
      let item = row.isMultiple(of: 9) ? "\"t\(row / 3)\"" : "t\(row / 3)"
      text += "\(item),a\(row % 3),\(label)\n"
      expected.append("t\(row / 3)/a\(row % 3)=\(label.replacing("\"", with: ""))")
    }
    #expect(try Scan(Array(text.utf8)).summary == expected)
    #expect(try Import(text).summary == expected)
  }
}
