import Screen

/// Errors in words. Everything that came from outside passes through `quoted` on its way in.
package enum Words {
  /// Outside text in quotation marks, safe to show, cut to a length that leaves room for the rest.
  static func quoted(_ text: String, limit: Int = 60) -> String {
    "“" + SafeText(text).clipped(to: limit).plain + "”"
  }

  /// Outside text that reads better without quotation marks: ids and names.
  static func plain(_ text: String, limit: Int = 60) -> String {
    SafeText(text).clipped(to: limit).plain
  }

  /// A name in quotation marks, cut in the middle as `name` is.
  static func quotedName(_ text: String, limit: Int = 60) -> String {
    "“" + name(text, limit: limit) + "”"
  }

  /// A name as it is, cut in the middle, so that names that begin alike stay apart.
  static func name(_ text: String, limit: Int = 60) -> String {
    SafeText(text).clippedInMiddle(to: limit).plain
  }

  /// `a, b and c`; beyond `limit` entries `a, b and 3 more`.
  static func list(_ words: [String], limit: Int = 9) -> String {
    if words.count > limit {
      return words.prefix(limit).joined(separator: ", ") + " and \(words.count - limit) more"
    }
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `1 rating`, `2 ratings`, with thousands set apart.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    Figures.count(number) + " " + (number == 1 ? noun : plural ?? noun + "s")
  }
}
