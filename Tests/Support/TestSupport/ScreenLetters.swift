package import Screen

/// The letters by which `.screen` files name roles, grounds and attributes.
///
/// The pictures' renderer reads the same tables, so that it can draw golden screens too.
package enum ScreenLetters {
  private static let roles: [Role: Character] = [
    .text: " ", .dim: "d", .faint: "f", .heading: "h", .title: "T", .accent: "a", .border: "l",
    .borderFocus: "L", .input: "_", .hintKey: "k", .hintText: "t", .label1: "1", .label2: "2",
    .label3: "3", .label4: "4", .label5: "5", .label6: "6", .label7: "7", .label8: "8",
    .heat0: "A", .heat1: "B", .heat2: "C", .heat3: "D", .heat4: "E", .heat5: "F", .heat6: "G",
    .good: "g", .warn: "w", .bad: "b", .info: "i", .mark: "m", .match: "/", .hostile: "x",
    .diffAdd: "+", .diffRemove: "-",
  ]

  private static let grounds: [Ground: Character] = [
    .text: " ", .title: "t", .selection: "s", .selectionOff: "o", .overlay: "v", .alarm: "p",
    .input: "_",
  ]

  /// The letter of a role; `?`, which no reader accepts, for a role that is only a ground.
  package static func letter(for role: Role) -> Character { roles[role] ?? "?" }

  package static func letter(for ground: Ground) -> Character { grounds[ground] ?? "?" }

  package static func letter(for attributes: Attributes) -> Character {
    if attributes.contains(.chip) { return attributes.contains(.bold) ? "V" : "R" }
    if attributes.contains(.underline) { return "U" }
    return attributes.contains(.bold) ? "B" : " "
  }
}
