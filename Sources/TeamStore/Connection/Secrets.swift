/// Keeps what may be a password out of what people read.
///
/// Addresses with a password are refused before they are used, so this is the second wall: libpq
/// repeats parts of what it cannot read.
package enum Secrets {
  private static let mask = "…"

  /// The text with what stands for a password in an address, or behind `password=`, put out of sight.
  package static func masked(_ text: String) -> String {
    maskedSettings(maskedAddresses(text))
  }

  /// `scheme://user:password@` loses its password.
  private static func maskedAddresses(_ text: String) -> String {
    var parts = text.split(separator: "://", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      let part = parts[index]
      let end = part.firstIndex { "/ \"'?".contains($0) } ?? part.endIndex
      guard let at = part[..<end].lastIndex(of: "@"),
        let colon = part[..<at].firstIndex(of: ":")
      else { continue }
      parts[index] = part[...colon] + mask + part[at...]
    }
    return parts.joined(separator: "://")
  }

  private static func maskedSettings(_ text: String) -> String {
    var parts = text.split(separator: "password=", omittingEmptySubsequences: false)
      .map(String.init)
    for index in parts.indices.dropFirst() {
      let rest = parts[index]
      let end = rest.firstIndex { "& \"'\n".contains($0) } ?? rest.endIndex
      parts[index] = mask + rest[end...]
    }
    return parts.joined(separator: "password=")
  }
}
