/// A table with a header, read by the letter of RFC 4180 and apart from the program's own reader.
struct CSVTable {
  struct Malformed: Error {}

  let header: [String]
  /// Each row by the names of its columns.
  let rows: [[String: String]]

  init(_ text: String) throws {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field.unicodeScalars.append("\"")
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\n" where !isQuoted:
        records.append(record + [field])
        (record, field) = ([], "")
      case "\r" where !isQuoted: break
      default: field.unicodeScalars.append(scalar)
      }
    }
    guard !isQuoted, let header = records.first else { throw Malformed() }
    self.header = header
    rows = try records.dropFirst().map { record in
      guard record.count == header.count else { throw Malformed() }
      return Dictionary(zip(header, record), uniquingKeysWith: { $1 })
    }
  }
}
