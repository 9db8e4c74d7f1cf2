/// The name of a key, as signature lines and keys carry it.
enum NoteName {
  /// C2SP signed-note: not empty, without Unicode spaces and without a plus; we also take no control
  /// or format characters, for nobody could tell two such names apart.
  static func isSound(_ name: some StringProtocol) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 256 else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      if scalar == "+" || scalar.properties.isWhitespace { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned,
        .privateUse, .surrogate:
        return false
      default: return true
      }
    }
  }
}
