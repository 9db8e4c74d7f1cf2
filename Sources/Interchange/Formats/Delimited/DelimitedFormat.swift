import Domain

/// Tables of cells with a header row, in which a row is a rating, or an item with a column for each
/// annotator.
enum DelimitedFormat {
  static let losses = [
    "columns that the mapping does not name", "which cells were quoted", "the order of columns",
  ]

  static let csv = ImportFormat(
    name: "csv",
    summary: "a table with a header row and one rating a row, parted by commas (--delimiter)",
    losses: losses,
    recognises: { prefix in
      guard let header = Header(prefix, delimiter: prefix.mapping.delimiter ?? .comma) else {
        return false
      }
      return header.columns.count > 1 || prefix.fileName.hasSuffix(".csv")
    },
    reader: { source, options, diagnostics, sink throws(InterchangeError) in
      try read(source, options, diagnostics, sink, .long, otherwise: .comma)
    },
    scanner: { source, options, diagnostics, each throws(InterchangeError) in
      try scan(source, options, diagnostics, .long, otherwise: .comma, each)
    },
    partScanner: { source, options, diagnostics, parting, each throws(InterchangeError) in
      try part(source, options, diagnostics, parting, otherwise: .comma, each)
    })

  static let tsv = ImportFormat(
    name: "tsv", summary: "the same parted by tabs", losses: losses,
    recognises: { prefix in
      guard prefix.mapping.delimiter ?? .tab == .tab else { return false }
      guard let header = Header(prefix, delimiter: .tab) else { return false }
      return header.columns.count > 1
    },
    reader: { source, options, diagnostics, sink throws(InterchangeError) in
      try read(source, options, diagnostics, sink, .long, otherwise: .tab)
    },
    scanner: { source, options, diagnostics, each throws(InterchangeError) in
      try scan(source, options, diagnostics, .long, otherwise: .tab, each)
    },
    partScanner: { source, options, diagnostics, parting, each throws(InterchangeError) in
      try part(source, options, diagnostics, parting, otherwise: .tab, each)
    })

  static let wideCSV = ImportFormat(
    name: "wide-csv",
    summary: "a table with a header row, an item a row and a column for each annotator "
      + "(--annotators)",
    losses: losses,
    recognises: { prefix in
      if !prefix.mapping.annotators.isEmpty { return true }
      if prefix.mapping.label != nil || !prefix.mapping.questions.isEmpty
        || !prefix.mapping.oneHot.isEmpty || prefix.mapping.annotator != nil
      {
        return false
      }
      guard let header = Header(prefix, delimiter: prefix.mapping.delimiter ?? .comma) else {
        return false
      }
      return header.looksWide
    },
    reader: { source, options, diagnostics, sink throws(InterchangeError) in
      try read(source, options, diagnostics, sink, .wide, otherwise: .comma)
    },
    scanner: { source, options, diagnostics, each throws(InterchangeError) in
      try scan(source, options, diagnostics, .wide, otherwise: .comma, each)
    })

  private static func read(
    _ source: ByteSource, _ options: ImportOptions, _ diagnostics: Diagnostics,
    _ sink: any ImportSink, _ layout: ColumnResolver.Layout, otherwise delimiter: Delimiter
  ) throws(InterchangeError) {
    let (reader, plan) = try open(source, options, diagnostics, layout, delimiter)
    var importer = RowImporter(reader, plan: plan, options: options, sink: sink)
    try importer.run()
  }

  private static func scan(
    _ source: ByteSource, _ options: ImportOptions, _ diagnostics: Diagnostics,
    _ layout: ColumnResolver.Layout, otherwise delimiter: Delimiter, _ each: (RatingBlock) -> Void
  ) throws(InterchangeError) -> RatingTables {
    let (reader, plan) = try open(source, options, diagnostics, layout, delimiter)
    let scanner = RowScanner(reader, plan: plan, options: options)
    try scanner.run(each)
    return scanner.tables
  }

  private static func part(
    _ source: ByteSource, _ options: ImportOptions, _ diagnostics: Diagnostics,
    _ parting: Parting, otherwise delimiter: Delimiter, _ each: (RatingBlock) -> Void
  ) throws(InterchangeError) -> RatingScan {
    let (reader, plan) = try open(source, options, diagnostics, .long, delimiter)
    let table = PartedTable(
      reader: reader, plan: plan, options: options, diagnostics: diagnostics, parting: parting)
    if let ratings = try table.read(source) { return .parts(ratings) }
    let scanner = RowScanner(reader, plan: plan, options: options)
    try scanner.run(each)
    return .blocks(scanner.tables)
  }

  /// Reads the header and finds the columns of the mapping in it.
  static func open(
    _ source: ByteSource, _ options: ImportOptions, _ diagnostics: Diagnostics,
    _ layout: ColumnResolver.Layout, _ delimiter: Delimiter
  ) throws(InterchangeError) -> (RowReader, ColumnPlan) {
    let delimiter = options.mapping.delimiter ?? delimiter
    let reader = try RowReader(
      source, delimiter: delimiter.byte, limits: options.limits, diagnostics: diagnostics)
    let before = diagnostics.count
    let isThere = try reader.next()
    guard diagnostics.count == before else {
      throw .badHeader(
        path: source.path, reason: diagnostics.kept.last?.reason ?? "cannot be read")
    }
    guard isThere else { throw .empty(path: source.path) }
    let columns = (0..<reader.cellCount).map { reader.text($0).trimmed }
    let plan = try ColumnResolver(path: source.path, columns: columns, mapping: options.mapping)
      .plan(layout)
    if plan.isAnonymous, !options.mapping.readsItemsOnly {
      diagnostics.report(
        Diagnostic(
          code: .noAnnotators, file: source.path, line: 1,
          reason: "nothing says who rated: what compares two annotators is left out"))
    }
    return (reader, plan)
  }
}

/// The header row of a table, as far as the file's beginning shows it.
struct Header {
  let columns: [String]

  init?(_ prefix: ImportFormat.Prefix, delimiter: Delimiter) {
    var bytes = prefix.bytes
    if bytes.starts(with: Encoding.byteOrderMark) { bytes = bytes.dropFirst(3) }
    // What begins like JSON or XML is no table.
    guard let first = bytes.first(where: { $0 > 0x20 }), !"[{<".utf8.contains(first) else {
      return nil
    }
    let columns = bytes.withUnsafeBytes { bytes -> [String]? in
      let parser = RowParser(
        delimiter: delimiter.byte, lineBreak: RowReader.lineBreak(of: bytes), columnLimit: 4096)
      var cells: [RowParser.Cell] = []
      guard case .row = parser.parse(bytes, isLast: true, into: &cells) else { return nil }
      return cells.map {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[$0.start..<$0.end]), as: UTF8.self)
          .trimmed
      }
    }
    guard let columns else { return nil }
    self.columns = columns
  }

  /// Whether columns stand for annotators, and none for a label.
  var looksWide: Bool {
    let hasLabel = columns.contains { ColumnRole.label.aliases.contains($0.lowercased()) }
    return !hasLabel && columns.filter(ColumnRole.looksLikeOneAnnotator).count >= 2
  }
}

extension String {
  /// Without blanks around it.
  var trimmed: String {
    var rest = utf8[...]
    while let first = rest.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
    while let last = rest.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
    return String(rest) ?? self
  }
}
