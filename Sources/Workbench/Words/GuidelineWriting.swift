/// What people write, before it is taken.
package enum GuidelineWriting {
  /// What stands in an editor where nothing was written yet.
  package static let titleWanted = "Title"
  package static let statementWanted = "What is to be done."

  /// With line feeds alone between lines, and one at the end.
  package static func tidied(_ text: String) -> String {
    trimmed(text) + "\n"
  }

  /// Without carriage returns, and without blank lines and blanks around it.
  package static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0 != "\r" }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\n" || scalar == "\t"
    }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
