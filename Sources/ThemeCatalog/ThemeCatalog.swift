package import Screen

/// The themes that are compiled into the program, from the files in `themes/`.
package enum ThemeCatalog {
  /// The names, in the order in which they are offered.
  package static let names = ["dark", "light", "high-contrast", "colour-blind-safe", "mono"]

  /// The theme of those who chose none.
  package static let standardName = "dark"

  /// The text of a theme's file, from which one's own may start; `nil` where there is no such theme.
  package static func source(named name: String) -> String? {
    bytes(named: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The theme with a name; `nil` where there is none.
  ///
  /// - Parameter name: one of `names`.
  /// - Returns: the theme.
  /// - Throws: what is wrong with its file, which a test keeps from happening.
  package static func theme(named name: String) throws(ThemeError) -> Theme? {
    guard let source = source(named: name) else { return nil }
    return try ThemeFile.parse(source, named: name)
  }

  /// The standard theme; attributes and glyphs alone if its file were damaged.
  package static var standard: Theme {
    do {
      return try theme(named: standardName) ?? .plain
    } catch {
      return .plain
    }
  }

  private static func bytes(named name: String) -> [UInt8]? {
    switch name {
    case "dark": PackageResources.dark_theme
    case "light": PackageResources.light_theme
    case "high-contrast": PackageResources.high_contrast_theme
    case "colour-blind-safe": PackageResources.colour_blind_safe_theme
    case "mono": PackageResources.mono_theme
    default: nil
    }
  }
}
