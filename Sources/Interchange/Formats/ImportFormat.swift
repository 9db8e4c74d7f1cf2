/// A file format: how it is recognised, read, and what reading it loses.
public struct ImportFormat: Sendable {
  /// The name that `--format` takes.
  public let name: String
  /// One sentence on what it reads.
  public let summary: String
  /// What of the file is not kept.
  public let losses: [String]

  typealias Reader =
    @Sendable (ByteSource, ImportOptions, Diagnostics, any ImportSink) throws(InterchangeError)
    -> Void
  typealias Scanner =
    @Sendable (ByteSource, ImportOptions, Diagnostics, (RatingBlock) -> Void)
    throws(InterchangeError) -> RatingTables

  typealias PartScanner =
    @Sendable (ByteSource, ImportOptions, Diagnostics, Parting, (RatingBlock) -> Void)
    throws(InterchangeError) -> RatingScan

  /// Whether a file that begins with these bytes is probably one of these.
  let recognises: @Sendable (Prefix) -> Bool
  let reader: Reader
  /// Reads blocks without making values; nil where the records of `reader` are to be counted.
  let scanner: Scanner?

  /// Reads part by part where the file is of the kind, and else as `scanner` does; nil where no file
  /// of the format is.
  var partScanner: PartScanner? = nil

  /// What is known of a file when its format is chosen.
  struct Prefix {
    let bytes: ArraySlice<UInt8>
    /// The file's name without its folder and without `.gz`, `.zst`, in lower case.
    let fileName: String
    let mapping: Mapping
  }

  /// Reads a file to its end and hands every item and rating to the sink, in file order.
  ///
  /// What is wrong with single rows goes to the diagnostics and the rest goes in; an error says that
  /// nothing of the file is to be used.
  public func read(
    _ source: ByteSource, options: ImportOptions, diagnostics: Diagnostics,
    into sink: any ImportSink
  ) throws(InterchangeError) {
    try reader(source, options, diagnostics, sink)
    Self.reportTrailingBytes(source, diagnostics)
  }

  /// Reads a file to its end as blocks of numbers, for counting: no value is made per row, and memory
  /// grows with the distinct names alone.
  ///
  /// Ratings of models and gold values are left out.
  public func scan(
    _ source: ByteSource, options: ImportOptions, diagnostics: Diagnostics,
    each: (RatingBlock) -> Void
  ) throws(InterchangeError) -> RatingTables {
    let tables: RatingTables
    if let scanner {
      tables = try scanner(source, options, diagnostics, each)
    } else {
      tables = try withoutActuallyEscaping(each) { each throws(InterchangeError) in
        let sink = BlockSink(each: each)
        try reader(source, options, diagnostics, sink)
        sink.flush()
        return sink.tables
      }
    }
    Self.reportTrailingBytes(source, diagnostics)
    return tables
  }

  /// The same, but a long table of one question is parted by item instead of handed over in blocks:
  /// the quickest way to count ratings, by several threads, where nobody needs the items' names.
  public func scan(
    _ source: ByteSource, options: ImportOptions, diagnostics: Diagnostics, parting: Parting,
    each: (RatingBlock) -> Void
  ) throws(InterchangeError) -> RatingScan {
    guard let partScanner else {
      return .blocks(
        try scan(source, options: options, diagnostics: diagnostics, each: each))
    }
    let scanned = try partScanner(source, options, diagnostics, parting, each)
    Self.reportTrailingBytes(source, diagnostics)
    return scanned
  }

  private static func reportTrailingBytes(_ source: ByteSource, _ diagnostics: Diagnostics) {
    guard source.trailingBytes > 0 else { return }
    diagnostics.report(
      Diagnostic(
        code: .trailingBytes, file: source.path, line: 0,
        reason: "\(source.trailingBytes) bytes after the end of the compressed stream were ignored")
    )
  }
}
