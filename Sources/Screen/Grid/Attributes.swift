/// What a screen may add to a role's own look.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let underline = Attributes(rawValue: 2)
  /// A chip: the role's colour becomes the background.
  package static let chip = Attributes(rawValue: 4)
}
