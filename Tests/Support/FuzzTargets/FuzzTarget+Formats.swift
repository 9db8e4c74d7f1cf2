import Domain
import Interchange
import Ledger

extension FuzzTarget {
  /// Files that are imported.
  static let formats: [FuzzTarget] = [
    table("csv-long", named: "t.csv", [Self.longTable]),
    table("csv-wide", named: "t.csv", ["item,rater_1,rater_2\nt1,x,y\nt2,x,x\n"], as: "wide-csv"),
    table("tsv", named: "t.tsv", [Self.longTable.replacing(",", with: "\t")]),
    table(
      "tiebreak-votes", named: "t.csv",
      [VoteExporter.columns.joined(separator: ",") + "\nt,q,a,label,x,person,,,,,,,,,,\n"],
      as: "tiebreak-votes"),
    table(
      "tiebreak-gold", named: "t.csv",
      [GoldExporter.columns.joined(separator: ",") + "\nt,q,value,labels,a|b,ruled,,,,,,,,,\n"],
      as: "tiebreak-gold"),
    table(
      "tiebreak-soft", named: "t.jsonl",
      [#"{"item":"t","question":"q","distribution":{"a":0.5},"gold":{"label":"a"}}"#],
      as: "tiebreak-soft"),
    table("label-studio", named: "t.json", [Self.tasks], as: "label-studio"),
    table("compressed", seeds: Self.compressed, named: "t.csv.gz"),
  ]

  private static let longTable = #"""
    item,annotator,label,at,seconds,note
    t1,a,x,2026-01-01,3.5,plain
    "t,2","b ""q""",y,2026-01-01T10:00:00Z,,"two
    lines"
    t3,c,,,,é😀

    """#

  private static let tasks = #"""
    [{"id":1,"data":{"text":"a😀\u00e9"},"annotations":[{"completed_by":{"id":1,"email":"a@b"},
    "result":[{"from_name":"q","type":"choices","value":{"choices":["A","B"]}},{"from_name":"s",
    "type":"labels","value":{"start":0,"end":2,"text":"a","labels":["X"]}},{"from_name":"b",
    "type":"rectanglelabels","value":{"x":1,"y":2,"width":3.5,"height":4,"rotation":0,
    "rectanglelabels":["car"]},"original_width":640,"original_height":480}],"lead_time":1.5}],
    "predictions":[{"result":[{"type":"rating","value":{"rating":3}}],"score":0.5}]},
    {"id":"x","meta":{"k":null},"annotations":[{"was_cancelled":true,"result":[]}]}]
    """#

  /// `item,annotator,label` with one row, by gzip and by zstd.
  private static let compressed: [[UInt8]] = [
    [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0xCB, 0x2C, 0x49, 0xCD, 0xD5, 0x49, 0xCC, 0xCB, 0xCB,
      0x2F, 0x49, 0x2C, 0xC9, 0x2F, 0xD2, 0xC9, 0x49, 0x4C, 0x4A, 0xCD, 0xE1, 0x2A, 0xD1, 0x49,
      0xD4, 0xA9, 0xE0, 2, 0, 0x6A, 0x55, 0x1D, 0x59, 0x1B, 0, 0, 0,
    ],
    [
      0x28, 0xB5, 0x2F, 0xFD, 4, 0x58, 0xD9, 0, 0, 0x69, 0x74, 0x65, 0x6D, 0x2C, 0x61, 0x6E,
      0x6E, 0x6F, 0x74, 0x61, 0x74, 0x6F, 0x72, 0x2C, 0x6C, 0x61, 0x62, 0x65, 0x6C, 0x0A, 0x74,
      0x2C, 0x61, 0x2C, 0x78, 0x0A, 0x6D, 0x78, 0x4F, 0x84,
    ],
  ]

  private static func table(
    _ name: String, named file: String, _ seeds: [String], as format: String? = nil
  ) -> FuzzTarget {
    table(name, seeds: seeds.map { Array($0.utf8) }, named: file, as: format)
  }

  private static func table(
    _ name: String, seeds: [[UInt8]], named file: String, as format: String? = nil
  ) -> FuzzTarget {
    FuzzTarget(name, seeds: seeds) { bytes in
      var mapping = Mapping()
      mapping.format = format
      let sink = CountingSink()
      do {
        let source = try ByteSource(bytes: bytes, name: file)
        let options = ImportOptions(
          mapping: mapping, limits: Limits(record: 1 << 16), digest: { .sha256(of: $0) })
        try ImportFormat.detect(source, mapping: mapping).read(
          source, options: options, diagnostics: Diagnostics(), into: sink)
      } catch {
        return .refused
      }
      if let strange = sink.strange { return .broken(strange) }
      return sink.count > 0 ? .accepted : .refused
    }
  }
}

/// Counts records and holds them against what every record must be.
private final class CountingSink: ImportSink {
  private(set) var count = 0
  private(set) var strange: String?

  func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    count += 1
    let canonical = CanonicalValue.object(record.canonical)
    guard (try? CanonicalReader.read(Canonical.bytes(canonical))) == canonical else {
      strange = "line \(line): a record that cannot be written to a batch"
      return
    }
  }
}
