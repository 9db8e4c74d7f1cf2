import Screen
import Testing
import ThemeCatalog

/// Contrast after WCAG 2.2, success criteria 1.4.3 and 1.4.11.
@Suite struct ContrastTests {
  /// Grounds that roles are drawn on. Only text and keys lie on an alarm.
  private static let quietGrounds: [Ground] = [
    .text, .title, .selection, .selectionOff, .overlay, .input,
  ]

  private static let readable: [Role] = [
    .text, .dim, .heading, .hintKey, .hintText, .warn, .bad, .good, .info, .accent, .mark, .title,
  ]

  @Test(arguments: ThemeCatalog.names.filter { $0 != "mono" }, [ColourDepth.direct, .palette])
  func `what is read has 4,5 to 1`(name: String, depth: ColourDepth) throws {
    let theme = try #require(try ThemeCatalog.theme(named: name))
    for role in Self.readable {
      for ground in Self.quietGrounds {
        expect(theme, role, on: ground, at: depth, atLeast: 4.5)
      }
    }
    for role: Role in [.text, .hintKey] {
      expect(theme, role, on: .alarm, at: depth, atLeast: 4.5)
    }
    for role in Role.heat + [.match, .hostile, .diffAdd, .diffRemove] {
      for ground in Self.quietGrounds { expect(theme, role, on: ground, at: depth, atLeast: 4.5) }
    }
  }

  @Test(arguments: ThemeCatalog.names.filter { $0 != "mono" }, [ColourDepth.direct, .palette])
  func `what is only seen has 3 to 1`(name: String, depth: ColourDepth) throws {
    let theme = try #require(try ThemeCatalog.theme(named: name))
    for role in Role.labels + [.faint] {
      // What is quiet in a prompt is dim; nothing is faint there.
      for ground in Self.quietGrounds where role != .faint || ground != .input {
        expect(theme, role, on: ground, at: depth, atLeast: 3)
      }
    }
  }

  private func expect(
    _ theme: Theme, _ role: Role, on ground: Ground, at depth: ColourDepth, atLeast least: Double
  ) {
    let style = theme.style(of: role, on: ground, at: depth)
    let ratio = Self.contrast(style.foreground, style.background)
    #expect(
      ratio >= least,
      "\(theme.name): \(role.name) on \(ground) has \(ratio) at depth \(depth)")
  }

  private static func contrast(_ left: Colour, _ right: Colour) -> Double {
    let light = max(luminance(left), luminance(right))
    let dark = min(luminance(left), luminance(right))
    return (light + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ colour: Colour) -> Double {
    let value = rgb(colour)
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power of 2.4, as the fifth root of x to the twelfth, by Newton's method.
  private static func power(_ base: Double) -> Double {
    let target = (0..<12).reduce(1.0) { product, _ in product * base }
    var root = base
    for _ in 0..<40 {
      root -= (root * root * root * root * root - target) / (5 * root * root * root * root)
    }
    return root
  }

  private static func rgb(_ colour: Colour) -> UInt32 {
    switch colour {
    case .direct(let value): return value
    case .standard: return 0
    case .indexed(let index):
      let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
      if index >= 232 { return (8 + 10 * (UInt32(index) - 232)) * 0x010101 }
      let cube = Int(index) - 16
      return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6]
    }
  }
}
