import Domain
package import Interchange
import Ledger
import Screen
import Store

extension Project {
  /// Puts gold among items and writes the batch, and apart from it the key. Neither replaces a file.
  package func writeGoldBatch(
    _ request: GoldBatchRequest, diagnostics: Diagnostics
  ) throws(ProjectFailure) -> GoldBatchReport {
    try Destination.require(request.out, outside: folder)
    try Destination.require(request.key, outside: folder)
    let places = [request.out, request.key].map { Folders.real(Destination.parent(of: $0)) }
    if places[0] == places[1], !request.isKeyBeside {
      throw .usage(
        "The key would lie beside the batch, where annotators may find it; name another folder, or "
          + "say --key-beside.")
    }
    let batch = try items(of: request, diagnostics)
    let seed = request.seed ?? surroundings.random()
    let gold = try goldItems(for: request, beside: batch, seed: seed)
    let made = GoldBatch(
      batch, gold: gold, project: id, prefix: request.prefix, seed: seed)
    // The key first: a batch without one would be of no use.
    let key = try FileSink(
      folder: Destination.parent(of: request.key),
      tag: Hexadecimal.text(of: surroundings.random()), permissions: 0o600, shown: request.key)
    try Self.writing { () throws(InterchangeError) in
      try made.key.bytes.withUnsafeBufferPointer { bytes throws(InterchangeError) in
        try key.write(UnsafeRawBufferPointer(bytes))
      }
    }
    try key.publish(asNew: request.key)
    try write(
      made.items, as: request.format, blank: ItemSheet.Blank(question: request.question),
      to: request.out)
    return GoldBatchReport(
      items: made.items.count, gold: gold.count, round: made.key.round, out: request.out,
      key: request.key)
  }

  /// The key of a batch of this project.
  package func batchKey(_ path: String) throws(ProjectFailure) -> BatchKey {
    let bytes: [UInt8]?
    do throws(LedgerError) {
      bytes = try DurableFile.read(path, limit: 256 << 20)
    } catch {
      throw .ledger(error)
    }
    guard let bytes else { throw .file(path: path, reason: "there is no such file") }
    guard let key = BatchKey(bytes) else {
      throw .file(path: path, reason: "is no key that tiebreak gold export wrote")
    }
    guard key.project == id else { throw .file(path: path, reason: "is another project's key") }
    return key
  }

  /// Writes items for annotators into a new file.
  func write(
    _ items: [Item], as format: BatchFormat, blank: ItemSheet.Blank, to path: String
  ) throws(ProjectFailure) {
    let file = try FileSink(beside: path, surroundings: surroundings)
    let sink: ByteSink = { bytes throws(InterchangeError) in try file.write(bytes) }
    try Self.writing { () throws(InterchangeError) in
      switch format {
      case .csv:
        var sheet = try ItemSheet(items, blank: blank, sink: sink)
        for item in items { try sheet.append(item) }
        try sheet.finish()
      case .labelStudio:
        var tasks = LabelStudioExporter(sink: sink)
        for item in items { try tasks.append(item, ratings: [], gold: []) }
        try tasks.finish()
      }
    }
    try file.publish(asNew: path)
  }

  private static func writing(
    _ body: () throws(InterchangeError) -> Void
  ) throws(ProjectFailure) {
    do throws(InterchangeError) {
      try body()
    } catch {
      throw .input(InterchangeFailure(error))
    }
  }

  private func items(
    of request: GoldBatchRequest, _ diagnostics: Diagnostics
  ) throws(ProjectFailure) -> [Item] {
    let sink = ItemCollector()
    try Self.writing { () throws(InterchangeError) in
      for path in request.files {
        let source = try ByteSource(path: path)
        let format = try ImportFormat.detect(source, mapping: request.mapping)
        try format.read(
          source,
          options: ImportOptions(mapping: request.mapping, digest: { Digest.sha256(of: $0) }),
          diagnostics: diagnostics, into: sink)
      }
    }
    guard let first = sink.items.first else { throw .usage("The batch has no items.") }
    let columns = ItemSheet.names(first.payload)
    guard !columns.isEmpty else {
      throw .usage("Say which columns of the batch annotators see: --field COLUMN")
    }
    return sink.items
  }

  private func goldItems(
    for request: GoldBatchRequest, beside batch: [Item], seed: UInt64
  ) throws(ProjectFailure) -> [Item] {
    let own = Set(batch.map(\.id))
    let shapes = Set(batch.map { ItemSheet.names($0.payload) })
    var candidates: [GoldUnit] = []
    var payloads: [ItemID: Item] = [:]
    for gold in try goldUnits(request.question)
    where gold.measure != nil && !gold.isBereft && !own.contains(gold.unit.item) {
      guard let item = try dossier(gold.unit.item)?.item,
        shapes.contains(ItemSheet.names(item.payload))
      else { continue }
      candidates.append(gold)
      payloads[item.id] = item
    }
    guard candidates.count >= request.count else {
      throw .usage(
        "\(Words.count(candidates.count, "unit")) of gold would look like the batch's items, and "
          + "\(Figures.count(request.count)) are asked for. Mark more, or say what annotators see "
          + "as the project does: --field.")
    }
    return GoldBatch.chosen(candidates, count: request.count, seed: seed)
      .compactMap { payloads[$0.unit.item] }
  }
}

/// Keeps the items of files, each once.
private final class ItemCollector: ImportSink {
  private(set) var items: [Item] = []
  private var known: Set<ItemID> = []

  func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    guard case .item(let item) = record, known.insert(item.id).inserted else { return }
    items.append(item)
  }
}
