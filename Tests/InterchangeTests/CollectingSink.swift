import Domain
import Interchange
import TestSupport
import Testing

/// Keeps everything that a reader hands over.
final class CollectingSink: ImportSink {
  private(set) var records: [BatchRecord] = []
  private(set) var lines: [Int] = []

  func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    records.append(record)
    lines.append(line)
  }

  var ratings: [Rating] {
    records.compactMap { if case .rating(let rating, _) = $0 { rating } else { nil } }
  }

  /// Each item once, by its first sight.
  var items: [Item] {
    var seen: Set<ItemID> = []
    return records.compactMap { record in
      guard case .item(let item) = record, seen.insert(item.id).inserted else { return nil }
      return item
    }
  }
}

/// One import of text in memory or of a file, with all that it found.
struct Import {
  let sink = CollectingSink()
  let diagnostics: Diagnostics
  let refused: Box
  let format: ImportFormat

  final class Box {
    var bytes: [UInt8] = []
  }

  init(_ source: ByteSource, _ mapping: Mapping = Mapping(), limits: Limits = Limits()) throws {
    let box = Box()
    refused = box
    diagnostics = Diagnostics { box.bytes.append(contentsOf: $0) }
    format = try ImportFormat.detect(source, mapping: mapping)
    let options = ImportOptions(mapping: mapping, limits: limits, digest: Self.digest)
    try format.read(source, options: options, diagnostics: diagnostics, into: sink)
  }

  init(
    _ text: String, name: String = "f.csv", _ mapping: Mapping = Mapping(),
    limits: Limits = Limits()
  ) throws {
    try self.init(Array(text.utf8), name: name, mapping, limits: limits)
  }

  init(
    _ bytes: [UInt8], name: String = "f.csv", _ mapping: Mapping = Mapping(),
    limits: Limits = Limits()
  ) throws {
    try self.init(ByteSource(bytes: bytes, name: name), mapping, limits: limits)
  }

  var codes: [DiagnosticCode] { diagnostics.kept.map(\.code) }
  var ratings: [Rating] { sink.ratings }

  /// `item/annotator=value` of every rating.
  var summary: [String] {
    ratings.map { "\($0.unit.item)/\($0.annotator?.text ?? "-")=\(Self.text($0.value))" }
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .label(let label): label.text
    case .labels(let labels): "{" + labels.map(\.text).joined(separator: ",") + "}"
    case .number(let number): number.source
    case .text(let text): "'\(text)'"
    case .abstained: "abstained"
    case .ranking, .spans, .boxes: Canonical.text(value.canonical)
    }
  }

  /// No hash, only a different text for different bytes in these tests.
  static func digest(_ bytes: [UInt8]) -> Digest {
    var words: [UInt64] = [1, 2, 3, 4]
    for byte in bytes {
      for index in words.indices {
        words[index] = (words[index] ^ UInt64(byte)) &* (0x100_0000_01B3 + UInt64(index) * 2)
      }
    }
    return Digest(hex: words.map { Hexadecimal.text(of: $0) }.joined()) ?? .zero
  }
}

/// The blocks of a scan, put together again.
struct Scan {
  private(set) var summary: [String] = []
  private(set) var times: [Int64] = []
  let tables: RatingTables
  let diagnostics = Diagnostics()

  init(_ bytes: [UInt8], name: String = "f.csv", _ mapping: Mapping = Mapping()) throws {
    try self.init(ByteSource(bytes: bytes, name: name), mapping)
  }

  init(_ source: ByteSource, _ mapping: Mapping = Mapping()) throws {
    let format = try ImportFormat.detect(source, mapping: mapping)
    let options = ImportOptions(mapping: mapping, digest: Import.digest)
    var rows: [[Int32]] = []
    var times: [Int64] = []
    tables = try format.scan(source, options: options, diagnostics: diagnostics) { block in
      for row in 0..<block.count {
        rows.append([
          block.items[row], block.annotators[row], block.labels[row], block.questions[row],
          block.rounds[row],
        ])
        times.append(block.times[row])
      }
    }
    self.times = times
    for row in rows {
      let annotator = row[1] < 0 ? "-" : tables.annotators[row[1]]
      let label = row[2] < 0 ? "abstained" : tables.labels[row[2]]
      summary.append("\(tables.items[row[0]])/\(annotator)=\(label)")
    }
  }
}
