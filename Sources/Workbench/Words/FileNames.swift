/// Names that are proposed for new files.
enum FileNames {
  /// `support-tickets-log.jsonl`: a project's name in letters, digits and dashes, and an ending.
  static func proposal(_ project: String, _ ending: String) -> String {
    var name = ""
    for scalar in project.unicodeScalars {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
      if isPlain {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, name.last != "-" {
        name.append("-")
      }
    }
    while name.last == "-" { name.removeLast() }
    return name.isEmpty ? ending : "\(name)-\(ending)"
  }
}
