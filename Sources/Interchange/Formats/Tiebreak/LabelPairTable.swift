public import Domain

/// A table of three columns: two labels and a number, such as how much they agree.
public enum LabelPairTable {
  /// One row.
  public struct Row: Hashable, Sendable {
    public let first: LabelID
    public let second: LabelID
    public let number: Double
  }

  /// Reads a CSV file, or a TSV file where its first line has tabs. The first line is a header unless a
  /// number stands in it.
  ///
  /// - Parameter diagnostics: takes what is wrong with single rows; these are left out.
  /// - Throws: where the file cannot be read.
  public static func read(
    _ source: ByteSource, diagnostics: Diagnostics, limits: Limits = Limits()
  ) throws(InterchangeError) -> [Row] {
    let firstLine = source.prefix.prefix { $0 != 0x0A }
    let delimiter: Delimiter = firstLine.contains(0x09) ? .tab : .comma
    let reader = try RowReader(
      source, delimiter: delimiter.byte, limits: limits, diagnostics: diagnostics)
    var rows: [Row] = []
    var isFirst = true
    while try reader.next() {
      defer { isFirst = false }
      guard reader.cellCount == 3 else {
        reader.refuse(.ragged, "\(reader.cellCount) cells where two labels and a number stand")
        continue
      }
      guard let number = Double(reader.text(2).trimmed), number.isFinite else {
        if isFirst { continue }
        reader.refuse(.badValue, cell: 2, "this is no number")
        continue
      }
      rows.append(
        Row(
          first: LabelID(reader.text(0).trimmed), second: LabelID(reader.text(1).trimmed),
          number: number))
    }
    guard !isFirst else { throw .empty(path: source.path) }
    return rows
  }
}
