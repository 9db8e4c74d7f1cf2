/// Which characters a terminal can be trusted with.
package enum GlyphSet: Sendable {
  /// Everything.
  case unicode
  /// The program's own signs in ASCII; text as it is.
  case asciiSigns
  /// Nothing but ASCII, for terminals that are not set to UTF-8: other letters become `?`.
  case ascii

  /// What is drawn for a cluster; always as wide.
  package func drawn(_ cluster: Cluster) -> Cluster {
    guard self != .unicode, cluster.base.value >= 0x7F else {
      return self == .ascii && cluster.markCount > 0 ? Cluster(cluster.base) : cluster
    }
    if let sign = Self.sign(for: cluster.base) { return Cluster(Unicode.Scalar(sign)) }
    return self == .ascii ? Cluster("?") : cluster
  }

  private static func sign(for scalar: Unicode.Scalar) -> UInt8? {
    if (0x2801...0x28FF).contains(scalar.value) { return UInt8(ascii: "*") }
    return signs[scalar]
  }

  private static let signs: [Unicode.Scalar: UInt8] = {
    let table = [
      ("▌▐│┃║╎┆┊▏▕", "||||||:::|"), ("●○◆◇·•", "o-#o.*"), ("↔→←↑↓›‹↵", "~><^v><$"),
      ("✓×∅≈§…−≤≥±ακ", "vx0~S.-<>+ak"), ("─━═┄╌╸╴╶", "-==-----"),
      ("┌┐└┘╭╮╰╯├┤┬┴┼┏┓┗┛╔╗╚╝", "+++++++++++++++++++++"), ("▁▂▃▄▅▆▇█", "_.:-=+##"),
      ("░▒▓▀⟨⟩“”", "-=##<>\"\""),
    ]
    let pairs = table.flatMap { zip($0.0.unicodeScalars, $0.1.utf8) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()
}
