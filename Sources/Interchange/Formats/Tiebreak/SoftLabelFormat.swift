import Domain

/// Our own soft labels read back: the gold values in them.
enum SoftLabelFormat {
  static let format = ImportFormat(
    name: "tiebreak-soft",
    summary: "soft labels as `tiebreak export` writes them; their gold values come in as gold",
    losses: SoftLabelExporter.losses,
    recognises: { prefix in
      prefix.bytes.starts(with: Array("{\"item\":".utf8))
        && prefix.bytes.contains(Array("\"distribution\":".utf8))
    },
    reader: { source, options, diagnostics, sink throws(InterchangeError) in
      try read(source, options, diagnostics, sink)
    }, scanner: nil)

  private static func read(
    _ source: ByteSource, _ options: ImportOptions, _ diagnostics: Diagnostics,
    _ sink: any ImportSink
  ) throws(InterchangeError) {
    let splitter = try JSONSplitter(source, limits: options.limits, diagnostics: diagnostics)
    let reader = try JSONReader(depthLimit: options.limits.depth)
    var ordinal = 0
    while let (element, row) = try splitter.next(reader) {
      guard var item = row["item"]?.string, !item.isEmpty else {
        splitter.refuse(element, .emptyItem, "the line names no item")
        continue
      }
      if let source = options.mapping.source { item = "\(source):\(item)" }
      guard let gold = row["gold"] else { continue }
      guard let value = gold.canonical.flatMap({ Value(canonical: $0) }),
        item.utf8.count <= options.limits.identifier
      else {
        splitter.refuse(element, .badValue, "the gold value is none")
        continue
      }
      let question = row["question"]?.string.map { QuestionID($0) } ?? .label
      let rating = Rating(
        unit: UnitID(item: ItemID(item), question: question), annotator: nil, value: value,
        origin: .gold, at: row["at"]?.string.flatMap { Instant($0) })
      let known = Item(id: rating.unit.item, payload: .none, source: options.mapping.source)
      try sink.receive(.item(known), line: element.line)
      try sink.receive(.rating(rating, ordinal: ordinal), line: element.line)
      ordinal += 1
    }
  }
}
