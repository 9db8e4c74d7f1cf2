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

  @Test func `no role is left out`() {
    let grounds: Set<Role> = Set(Ground.allCases.map(\.role))
    let ornaments: Set<Role> = [.border, .borderFocus]
    let measured = Set(
      Self.readable + Role.heat + Role.labels + [.faint, .match, .hostile, .diffAdd, .diffRemove])
    #expect(measured.union(grounds).union(ornaments) == Set(Role.allCases))
  }

  @Test(arguments: ThemeCatalog.names.filter { $0 != "mono" }, [ColourDepth.direct, .palette])
  func `each step of the heat ramp is darker than the next, or lighter, for every eye`(
    name: String, depth: ColourDepth
  ) throws {
    let theme = try #require(try ThemeCatalog.theme(named: name))
    let grounds = Role.heat.map { theme.style(of: $0, on: .text, at: depth).background }
    for eye in Self.eyes {
      let lights = grounds.map { Self.luminance($0, seenBy: eye) }
      let steps = zip(lights, lights.dropFirst()).map { $1 - $0 }
      #expect(steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }, "\(lights)")
    }
  }

  /// What remains of linear red, green and blue: for all eyes, without red cones, without green ones
  /// (Machado, Oliveira and Fernandes 2009, severity 1).
  private static let eyes: [[Double]] = [
    [1, 0, 0, 0, 1, 0, 0, 0, 1],
    [
      0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
    ],
    [
      0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881,
    ],
  ]

  private static func luminance(_ colour: Colour, seenBy eye: [Double]) -> Double {
    let parts = linear(colour)
    let seen = (0..<3).map { row in
      (0..<3).reduce(0.0) { sum, column in sum + eye[row * 3 + column] * parts[column] }
    }
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
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
    luminance(colour, seenBy: eyes[0])
  }

  /// Red, green and blue as amounts of light.
  private static func linear(_ colour: Colour) -> [Double] {
    let value = rgb(colour)
    return [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
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
