extension ImportFormat {
  /// All formats, in the order in which they are tried.
  public static let all: [ImportFormat] = [
    OwnTableFormat.votes, OwnTableFormat.gold, SoftLabelFormat.format, LabelStudioFormat.format,
    DelimitedFormat.wideCSV, DelimitedFormat.tsv, DelimitedFormat.csv,
  ]

  /// Every format's name.
  public static var names: [String] { all.map(\.name) }

  /// The format of that name.
  public static func named(_ name: String) throws(InterchangeError) -> ImportFormat {
    guard let format = all.first(where: { $0.name == name }) else {
      throw .unknownFormat(name: name, formats: names)
    }
    return format
  }

  /// The format that the mapping names, or else the first that recognises the file's beginning.
  public static func detect(
    _ source: ByteSource, mapping: Mapping
  ) throws(InterchangeError) -> ImportFormat {
    if let name = mapping.format { return try named(name) }
    let prefix = Prefix(
      bytes: source.prefix, fileName: Self.fileName(of: source.path), mapping: mapping)
    guard let format = all.first(where: { $0.recognises(prefix) }) else {
      throw .unrecognised(path: source.path, formats: names)
    }
    return format
  }

  private static func fileName(of path: String) -> String {
    var name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? ""
    name = name.lowercased()
    for ending in [".gz", ".zst"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return name
  }
}
