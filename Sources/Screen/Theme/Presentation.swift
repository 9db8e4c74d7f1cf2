/// Turns cells into what a terminal is sent: theme, colour depth and glyphs applied.
package struct Presentation {
  /// One cell as it is sent.
  package struct Drawn: Hashable, Sendable {
    package let cluster: Cluster
    package let style: Style
  }

  package let depth: ColourDepth
  private let glyphs: GlyphSet
  private let styles: [Style]

  /// Reads every combination of role, ground and attributes out of the theme once.
  package init(theme: Theme, depth: ColourDepth, glyphs: GlyphSet) {
    self.depth = depth
    self.glyphs = glyphs
    var styles: [Style] = []
    styles.reserveCapacity(Role.allCases.count * Self.groundCount * Self.attributeCount)
    for role in Role.allCases {
      for ground in Ground.allCases {
        for added in 0..<Self.attributeCount {
          let attributes = Attributes(rawValue: UInt8(added))
          styles.append(theme.style(of: role, on: ground, attributes, at: depth))
        }
      }
    }
    self.styles = styles
  }

  /// How a cell looks, whatever stands in it.
  package func style(of cell: Cell) -> Style {
    let ground = Int(cell.role.rawValue) * Self.groundCount + Int(cell.ground.rawValue)
    return styles[ground * Self.attributeCount + Int(cell.attributes.rawValue & 7)]
  }

  /// What is sent for a cell, given the cell to its right.
  ///
  /// Where colours cannot carry heat, the blank before the number shows the step; where there are
  /// none, a label's stripe says nothing and is left out.
  package func drawn(_ cell: Cell, before next: Cell?) -> Drawn {
    let style = style(of: cell)
    if depth.needsHeatGlyphs, cell.cluster == .blank, let step = cell.role.heatStep,
      let next, next.role == cell.role, Self.beginsNumber(next.cluster)
    {
      return Drawn(cluster: glyphs.drawn(Cluster(Self.heatGlyphs[step])), style: style)
    }
    if depth == .mono, cell.cluster.base == "▌", cell.role.isLabel {
      return Drawn(cluster: .blank, style: style)
    }
    return Drawn(cluster: glyphs.drawn(cell.cluster), style: style)
  }

  private static func beginsNumber(_ cluster: Cluster) -> Bool {
    cluster.base == "." || ("0"..."9").contains(cluster.base)
  }

  private static let heatGlyphs: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▅", "▆", "█"]
  private static let groundCount = Ground.allCases.count
  private static let attributeCount = 8
}
