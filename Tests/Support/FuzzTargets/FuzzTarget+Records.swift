import Domain
import Interchange

extension FuzzTarget {
  /// JSON and batches.
  static let records: [FuzzTarget] = [
    FuzzTarget("json", seeds: [#"{"a":[1,-2.5e3,"\ud83d\ude00\u0001",true,null],"b":{}}"#]) {
      (try? JSONText.read($0)) == nil ? .refused : .accepted
    },
    FuzzTarget("canonical", seeds: [#"{"a":[1,-2,"é\u0001"],"b":{"c":true}}"#]) { bytes in
      guard let value = try? CanonicalReader.read(bytes) else { return .refused }
      return Canonical.bytes(value) == bytes ? .accepted : .broken("a second spelling was accepted")
    },
    FuzzTarget(
      "batch",
      seeds: [batch]
    ) { bytes in
      guard let source = try? ByteSource(bytes: bytes, name: "batch"),
        let reader = try? BatchReader(source)
      else { return .refused }
      var written: [UInt8] = []
      do {
        while let record = try reader.next() {
          written += Canonical.bytes(.object(record.canonical)) + [0x0A]
        }
      } catch {
        return .refused
      }
      guard source.compression == .none, !written.isEmpty else { return .refused }
      return written == bytes ? .accepted : .broken("a batch with a second spelling was accepted")
    },
    FuzzTarget(
      "limit",
      seeds: [
        #"label:car -tier:high agree<0.5 gain>=1 age>3d pair:car/van slice.lang:e* "two words""#,
        "said:A3/car disagree:A1/A2 alone:A1 twice:car week:2026-W05 batch:2 status:open ruled:*",
      ]
    ) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return stable({ try LimitParser.parse(text) }, again: { try LimitParser.parse($0.text) })
    },
    FuzzTarget(
      "log-limit",
      seeds: [#"by:lena type:ruling after:2026-01-01 -reason:both* "x y" cites:R-0001"#]
    ) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return (try? EventLimitParser.parse(text)) == nil ? .refused : .accepted
    },
  ]

  private static let batch: String = {
    let item = Item(
      id: ItemID("s"), payload: .fields([Field(name: "a", text: "b")]),
      slices: [Slice(key: "lang", value: "en")], source: "file")
    let ratings = (0..<3).map { number in
      BatchRecord.rating(
        Rating(
          unit: UnitID(item: ItemID("t\(number)")), annotator: AnnotatorID("a"),
          value: .label(LabelID("x")), at: Instant(milliseconds: 1_000_000_000_000),
          milliseconds: 1500, note: "n"), ordinal: number)
    }
    return ([.item(item)] + ratings).map { Canonical.text(.object($0.canonical)) + "\n" }.joined()
  }()
}
