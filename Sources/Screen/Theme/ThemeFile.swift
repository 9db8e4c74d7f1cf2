/// The flat text in which themes are written: one role a line, four parts with `/` between them.
///
/// ```
/// text  = #dde1e6 #111417 / 254 233 / - - / -
/// title = #dde1e6 #1c2127 / 254 235 / - - / bold
/// ```
/// A `-` leaves a part to what lies beneath. `#` at the start of a line, or after two blanks and with
/// a blank behind it, begins a comment.
package enum ThemeFile {
  /// Reads a theme.
  ///
  /// - Parameters:
  ///   - text: what the file holds.
  ///   - name: what the theme is called.
  ///   - base: gives the roles that the text leaves out; without it every role is needed.
  /// - Returns: the theme.
  /// - Throws: the first thing that is wrong, with its line and column.
  package static func parse(
    _ text: String, named name: String, over base: Theme? = nil
  ) throws(ThemeError) -> Theme {
    var styles: [RoleStyle?] = Role.allCases.map { base?[$0] }
    var seen: Set<Role> = []
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      var scanner = ThemeLine(Array(line), number: number)
      guard !scanner.isBlank else { continue }
      let role = try scanner.role()
      guard seen.insert(role).inserted else {
        throw scanner.error(.repeatedRole(role.name), at: 0)
      }
      styles[Int(role.rawValue)] = try scanner.style()
    }
    let missing = Role.allCases.filter { styles[Int($0.rawValue)] == nil }.map(\.name)
    guard missing.isEmpty else {
      throw ThemeError(line: number, column: 1, problem: .missingRoles(missing))
    }
    return Theme(name: name, styles: styles.compactMap { $0 })
  }
}
