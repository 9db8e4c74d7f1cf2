/// Why a theme file was refused, and where.
package struct ThemeError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Problem: Hashable, Sendable {
    case notAnAssignment
    case unknownRole(String)
    case repeatedRole(String)
    case missingRoles([String])
    case wrongPartCount(Int)
    case badColour(String)
    case tooManyColours
    case unknownAttribute(String)
  }

  /// Counted from one.
  package let line: Int
  /// The byte in the line, counted from one.
  package let column: Int
  package let problem: Problem

  package init(line: Int, column: Int, problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  /// What is wrong and what would be right, in one sentence that is safe to print.
  package var sentence: SafeText {
    switch problem {
    case .notAnAssignment: "a line says: role = true colour / 256 / 16 / attributes"
    case .unknownRole(let name): "there is no role called \(name)"
    case .repeatedRole(let name): "the role \(name) stands here a second time"
    case .missingRoles(let names): "these roles are missing: \(names.joined(separator: ", "))"
    case .wrongPartCount(let count): "four parts with / between them are needed, here are \(count)"
    case .badColour(let text):
      "\(text) is no colour of this column: #rrggbb, 0 to 255, 0 to 15 or -"
    case .tooManyColours: "a part has a foreground and a background, nothing more"
    case .unknownAttribute(let name): "\(name) is none of bold, dim, underline, reverse, flat"
    }
  }
}
