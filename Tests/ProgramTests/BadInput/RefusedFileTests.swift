import Foundation
import TestSupport
import Testing

/// Files of which nothing can be used: a message with what and where, the right exit code, and nothing
/// half-written.
@Suite struct RefusedFileTests {
  /// A file, and what is to be said of it.
  struct Case: CustomTestStringConvertible {
    let file: String
    let content: Content
    let code: Int
    let words: [String]

    enum Content {
      case text(String)
      case bytes([UInt8])
      case folder
      case none
    }

    init(_ file: String, _ content: Content, _ code: Int, _ words: String...) {
      self.file = file
      self.content = content
      self.code = code
      self.words = words
    }

    var testDescription: String { file }
  }

  private static let deep = 100_000

  static let cases = [
    Case(
      "missing-column.csv", .text("item,annotator\n1,a\n"), 3, "no column for the label",
      "--label"),
    Case(
      "two-annotators.csv", .text("item,annotator,worker,label\n1,a,b,x\n"), 3,
      "annotator, worker", "--annotator"),
    Case("empty.csv", .text(""), 3, "empty"),
    Case("header-only.csv", .text("item,annotator,label\n"), 3, "no rows"),
    Case("folder.csv", .folder, 4, "directory"),
    Case("missing.csv", .none, 4, "no such file"),
    Case("cut.csv.gz", .bytes(halfOfGzip), 3, "gzip", "byte"),
    Case("noise.csv.gz", .bytes([0x1F, 0x8B, 8, 0, 1, 2, 3]), 3, "gzip"),
    Case(
      "deep.json", .text(String(repeating: "[", count: deep)), 3, "deep.json"),
    Case(
      "deep-task.json",
      .text(
        "[{\"id\":1,\"data\":" + String(repeating: "{\"a\":", count: deep) + "1"
          + String(repeating: "}", count: deep) + ",\"annotations\":[]}]"), 3, ":1:2",
      "100001 deep"),
    Case("cut.json", .text(#"[{"id":1,"data":{"text":"a"},"annotations":[{"#), 3, "cut.json"),
    Case(
      "not-utf8.csv", .bytes(Array("item,annotator,label\n1,a,".utf8) + [0xFF, 0xFE, 0x0A]), 3,
      ":2:5", "UTF-8"),
  ]

  /// A compressed table, cut in the middle.
  private static let halfOfGzip: [UInt8] = {
    // A stored block says that 9 bytes follow, and the file ends after 4.
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 9, 0, 0xF6, 0xFF] + Array("item".utf8)
  }()

  @Test(arguments: cases)
  func `a file without anything to use is refused whole`(entry: Case) throws {
    let place = try Workplace()
    try place.write("base.csv", "item,annotator,label\n1,a,x\n1,b,y\n")
    try place.run("init", "project", "--from", "base.csv").expect(0)
    switch entry.content {
    case .text(let text): try place.write(entry.file, text)
    case .bytes(let bytes): try place.write(entry.file, bytes)
    case .folder:
      try FileManager.default.createDirectory(
        atPath: place[entry.file], withIntermediateDirectories: false)
    case .none: break
    }
    let log = try place.read("project/log/events.jsonl")
    let batches = place.listing("project/batches").filter { !$0.hasPrefix(".lock") }
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    for words in [
      ["agree", entry.file], ["agree", entry.file, "--json"],
      ["-C", "project", "import", entry.file], ["init", "made", "--from", entry.file],
    ] {
      let run = try place.run(words).expect(entry.code)
      #expect(run.output.isEmpty, "\(words)")
      #expect(run.complaint.hasPrefix("tiebreak: "), "\(words): \(run.complaint)")
      for word in [entry.file] + entry.words {
        #expect(run.complaint.contains(word), "\(words): \(run.complaint)")
      }
    }
    #expect(try place.read("project/log/events.jsonl") == log)
    #expect(place.listing("project/batches").filter { !$0.hasPrefix(".lock") } == batches)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() == names)
    try place.run("-C", "project", "log", "verify").expect(0)
  }

  @Test(arguments: ["csv", "json"])
  func `a single line of two hundred megabytes costs little memory`(kind: String) throws {
    let place = try Workplace()
    try place.write("base.csv", "item,annotator,label\n1,a,x\n1,b,y\n")
    try place.run("init", "project", "--from", "base.csv").expect(0)
    let start =
      kind == "csv" ? "item,annotator,label\n1,a," : #"[{"id":1,"data":{"text":""#
    // The reader of JSON looks at every byte, which is slow in this build: it gets a shorter line.
    try writeLine("long." + kind, start, megabytes: kind == "csv" ? 200 : 20, in: place)
    let log = try place.read("project/log/events.jsonl")
    let run = try place.run("-C", "project", "import", "long." + kind).expect(3)
    #expect(run.complaint.contains("long.\(kind):"))
    #expect(run.complaint.contains("16777216 bytes"))
    #expect(run.complaint.utf8.count < 1000)
    // The system counts the memory of whoever starts a process towards the process until it becomes
    // the program; what a run that does nothing shows is that part.
    let starter = try place.run("--version").expect(0).peakBytes
    let most = max(200 << 20, starter + (64 << 20))
    #expect(
      run.peakBytes < most, "\(run.peakBytes >> 20) MiB, of them \(starter >> 20) the starter's")
    #expect(try place.read("project/log/events.jsonl") == log)
    #expect(
      place.listing("project/batches").filter { $0.hasPrefix(".") && !$0.hasPrefix(".lock") } == [])
  }

  private func writeLine(
    _ name: String, _ start: String, megabytes: Int, in place: Workplace
  ) throws {
    try place.write(name, start)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: place[name]))
    try file.seekToEnd()
    let chunk = Data(repeating: 0x78, count: 1 << 20)
    for _ in 0..<megabytes { try file.write(contentsOf: chunk) }
    try file.close()
  }
}
