extension SafeText {
  /// JSON that means the same and may be printed on a terminal: whatever is not seen, or could act
  /// on the terminal, stands as `\uXXXX`. Such scalars occur in strings only. O(length).
  package static func escapedJSON(_ json: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if scalar == "\n" || isPlain(scalar) {
        output.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
          output.append(contentsOf: "\\u\(padded)".unicodeScalars)
        }
      }
    }
    return String(output)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarClass(scalar) {
    case .hidden, .unassigned: false
    default: true
    }
  }
}
