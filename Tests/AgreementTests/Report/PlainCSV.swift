/// Comma-separated rows with quoted fields, for reading test data only.
enum PlainCSV {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var index = 0
    func close() {
      row.append(field)
      field = ""
    }
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "\"" where isQuoted && index < scalars.count && scalars[index] == "\"":
        field.unicodeScalars.append(scalar)
        index += 1
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: close()
      case "\n" where !isQuoted:
        close()
        rows.append(row)
        row = []
      case "\r" where !isQuoted: break
      default: field.unicodeScalars.append(scalar)
      }
    }
    if !field.isEmpty || !row.isEmpty {
      close()
      rows.append(row)
    }
    return rows
  }
}
