/// One place of a grid.
package struct Cell: Hashable, Sendable {
  /// How much of a character the cell holds.
  package enum Kind: UInt8, Sendable {
    case single
    /// The left half of a wide character, which holds its cluster.
    case lead
    /// The right half of a wide character, which is never drawn by itself.
    case trail
  }

  package var cluster: Cluster
  package var kind: Kind
  package var role: Role
  package var ground: Ground
  package var attributes: Attributes

  package init(
    _ cluster: Cluster = .blank, kind: Kind = .single, role: Role = .text, ground: Ground = .text,
    attributes: Attributes = []
  ) {
    self.cluster = cluster
    self.kind = kind
    self.role = role
    self.ground = ground
    self.attributes = attributes
  }
}
