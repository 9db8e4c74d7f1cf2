import Domain
import Interchange
import Testing

/// Seeded mutations of good files: whatever they become, nothing traps and nothing hangs, and what
/// was read is what blocks say too.
struct FuzzTests {
  private static let tables = [
    #"""
    item,annotator,label,at,note
    t1,a,x,2026-01-01,plain
    "t,2","b ""q""",y,,"two
    lines"
    t3,c,,,é😀

    """#.replacing("\n", with: "\r\n"),
    #"""
    item,annotator,label
    t1,a,x
    t1,b,y
    "t 2",a,x
    t3,c,
    t3,a,é😀

    """#,
  ]

  private static let tasks = Array(
    #"""
    [{"id":1,"data":{"text":"a😀\u00e9"},"annotations":[{"completed_by":{"id":1,"email":"a@b"},
    "result":[{"from_name":"q","type":"choices","value":{"choices":["A","B"]}},{"from_name":"s",
    "type":"labels","value":{"start":0,"end":2,"text":"a","labels":["X"]}}],"lead_time":1.5}],
    "predictions":[{"result":[{"type":"rating","value":{"rating":3}}],"score":0.5}]},
    {"id":"x","meta":{"k":null},"annotations":[{"was_cancelled":true,"result":[]}]}]
    """#.utf8)

  private static let telling = Array("\"\\,\n\r[]{}:0-.eu\u{0}|=x".utf8) + [0xFF, 0xED, 0xA0, 0x80]

  private func mutated(_ bytes: [UInt8], _ values: inout SampleValues) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<1 + values.below(4) where !bytes.isEmpty {
      let place = values.below(bytes.count)
      switch values.below(6) {
      case 0: bytes[place] = values.pick(Self.telling)
      case 1: bytes.insert(values.pick(Self.telling), at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
      default: bytes[place] ^= UInt8(1 << values.below(8))
      }
    }
    return bytes
  }

  @Test(arguments: 1...8)
  func `tables`(_ seed: UInt64) throws {
    var values = SampleValues(seed: seed)
    var read = 0
    for _ in 0..<1500 {
      let bytes = mutated(Array(values.pick(Self.tables).utf8), &values)
      guard let found = try? Import(bytes, limits: Limits(record: 1 << 16)) else { continue }
      read += found.ratings.count
      let scan = try Scan(bytes)
      #expect(scan.summary == found.summary, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(read > 100)
  }

  @Test(arguments: 1...8)
  func `tasks`(_ seed: UInt64) throws {
    var values = SampleValues(seed: seed)
    var read = 0
    for _ in 0..<1500 {
      let bytes = mutated(Self.tasks, &values)
      var mapping = Mapping()
      mapping.format = "label-studio"
      guard let found = try? Import(bytes, name: "e.json", mapping) else { continue }
      read += found.ratings.count
    }
    #expect(read > 100)
  }

  @Test(arguments: ["tiebreak-votes", "tiebreak-gold", "tiebreak-soft", "wide-csv", "tsv"])
  func `every other format`(_ name: String) throws {
    var values = SampleValues(seed: 99)
    var mapping = Mapping()
    mapping.format = name
    let votes =
      VoteExporter.columns.joined(separator: ",") + "\nt,q,a,label,x,person" + ",,,,,,,,,,\n"
    let gold =
      GoldExporter.columns.joined(separator: ",") + "\nt,q,value,labels,a|b,ruled,,,,,,,,\n"
    let soft = #"{"item":"t","question":"q","distribution":{},"gold":{"spans":[]}}"#
    let wide = "item,rater_1,rater_2\nt,x,y\n"
    for text in [votes, gold, soft, wide] {
      for _ in 0..<600 {
        _ = try? Import(mutated(Array(text.utf8), &values), mapping)
      }
    }
  }

  @Test func `batches`() throws {
    var values = SampleValues(seed: 5)
    let lines = (0..<5).map { number in
      Canonical.text(
        .object(
          BatchRecord.rating(
            values.rating(item: ItemID("t\(number)"), question: .label), ordinal: number
          ).canonical))
    }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    for _ in 0..<3000 {
      let changed = mutated(bytes, &values)
      guard let reader = try? BatchReader(ByteSource(bytes: changed, name: "b")) else { continue }
      while let record = try? reader.next() { _ = record }
    }
  }
}
