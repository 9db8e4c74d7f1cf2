import Domain

/// Our own tables read back: votes with rulings, and gold.
enum OwnTableFormat {
  static let votes = ImportFormat(
    name: "tiebreak-votes", summary: "ratings and rulings as `tiebreak export` writes them",
    losses: VoteExporter.losses,
    recognises: { Self.hasHeader($0, VoteExporter.columns) },
    reader: { source, options, diagnostics, sink throws(InterchangeError) in
      try read(source, options, diagnostics, sink, VoteExporter.columns)
    }, scanner: nil)

  static let gold = ImportFormat(
    name: "tiebreak-gold",
    summary: "gold as `tiebreak export` writes it; its values come in as gold, never as ratings",
    losses: GoldExporter.losses,
    recognises: {
      Self.hasHeader($0, GoldExporter.columns) || Self.hasHeader($0, GoldExporter.earlierColumns)
    },
    reader: { source, options, diagnostics, sink throws(InterchangeError) in
      try read(
        source, options, diagnostics, sink, GoldExporter.columns, or: GoldExporter.earlierColumns)
    }, scanner: nil)

  private static func hasHeader(_ prefix: ImportFormat.Prefix, _ columns: [String]) -> Bool {
    Header(prefix, delimiter: .comma)?.columns == columns
  }

  private static func read(
    _ source: ByteSource, _ options: ImportOptions, _ diagnostics: Diagnostics,
    _ sink: any ImportSink, _ columns: [String], or earlier: [String]? = nil
  ) throws(InterchangeError) {
    let reader = try RowReader(
      source, delimiter: Delimiter.comma.byte, limits: options.limits, diagnostics: diagnostics)
    let header = try reader.next() ? (0..<reader.cellCount).map { reader.text($0) } : []
    guard header == columns || header == earlier else {
      throw .badHeader(path: source.path, reason: "is not \(columns.joined(separator: ","))")
    }
    var rows = OwnRows(reader, columns: header, options: options, sink: sink)
    try rows.run()
  }
}
