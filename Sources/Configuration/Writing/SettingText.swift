/// Keys and texts as TOML writes them.
enum SettingText {
  /// A bare key where that is possible, else in quotation marks.
  ///
  /// - Parameter limit: scalars after which it is cut, for messages; nil never cuts.
  static func key(_ key: String, limit: Int? = nil) -> String {
    if let limit, key.unicodeScalars.count > limit {
      return quoted(String(String.UnicodeScalarView(key.unicodeScalars.prefix(limit)))) + "…"
    }
    let isBare = !key.isEmpty && key.utf8.allSatisfy(ByteCursor.isBareKey)
    return isBare ? key : quoted(key)
  }

  /// A basic string. Marks, backslashes and whatever acts on a terminal or cannot be seen are escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if Invisible.contains(scalar) {
          result += escape(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ", ") + "]"
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let isShort = scalar.value <= 0xFFFF
    let zeros = String(repeating: "0", count: (isShort ? 4 : 8) - digits.utf8.count)
    return (isShort ? "\\u" : "\\U") + zeros + digits
  }
}
