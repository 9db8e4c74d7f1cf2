/// Text in a document of tags, as HTML and SVG are.
package enum Markup {
  /// Text for a place between tags or in a quoted attribute. What is no visible character must have
  /// been made one before: see `SafeText`.
  package static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
