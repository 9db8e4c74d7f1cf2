extension Key {
  /// The name by which hints, help and key files call the key: `j`, `^D`, `Enter`, `Space`, `M-x`.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .alt(" "): "M-Space"
    case .alt(let character): "M-" + String(character)
    case .function(let number): "F" + String(number)
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// Reads a name as `name` writes it; `nil` where there is no such key.
  package init?(name: String) {
    if let found = Self.names.first(where: { $0.name == name }) {
      self = found.key
    } else if name == "Space" {
      self = .space
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.count == 2, name.hasPrefix("^"), let last = name.last,
      last.isASCII, last.isLetter || "@[\\]^_".contains(last)
    {
      self = .control(Character(last.lowercased()))
    } else if name == "M-Space" {
      self = .alt(" ")
    } else if name.count == 3, name.hasPrefix("M-"), let last = name.last {
      self = .alt(last)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  private struct Named {
    let key: Key
    let name: String
  }

  private static let names = [
    Named(key: .enter, name: "Enter"), Named(key: .escape, name: "Esc"),
    Named(key: .tab, name: "Tab"), Named(key: .backtab, name: "S-Tab"),
    Named(key: .backspace, name: "Backspace"), Named(key: .delete, name: "Del"),
    Named(key: .insert, name: "Ins"), Named(key: .up, name: "Up"), Named(key: .down, name: "Down"),
    Named(key: .left, name: "Left"), Named(key: .right, name: "Right"),
    Named(key: .home, name: "Home"), Named(key: .end, name: "End"),
    Named(key: .pageUp, name: "PgUp"), Named(key: .pageDown, name: "PgDn"),
  ]
}
