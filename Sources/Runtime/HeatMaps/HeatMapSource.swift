package import Agreement
package import Workbench

/// Sums for heat maps of one question, with what belongs to them but is no figure.
package struct HeatMapSource: Sendable {
  /// The file or the project.
  package let name: String
  package let question: String?
  package let source: HeatSource
  /// The slice that the columns are of, where they are slices.
  package let slice: String?
  /// What a limit behind a cell needs to know.
  package var scope = HeatScope()
  /// Where label sets changed.
  package var borders: [LabelBorder] = []
  package let rowsRefused: Int
  package let diagnostics: Int

  /// The map that is wanted, in its surroundings.
  package func drawn(_ request: HeatMapRequest) -> DrawnHeatMap {
    DrawnHeatMap(
      name: name, question: question, slice: slice, map: HeatMap(source, request), scope: scope,
      borders: borders, rowsRefused: rowsRefused, diagnostics: diagnostics)
  }
}

/// A heat map with where it is from: what is written as text, JSON, CSV or SVG.
package struct DrawnHeatMap: Hashable, Sendable {
  package let name: String
  package let question: String?
  package let slice: String?
  package let map: HeatMap
  package let scope: HeatScope
  /// Where label sets changed.
  package let borders: [LabelBorder]
  package let rowsRefused: Int
  package let diagnostics: Int

  package init(
    name: String, question: String? = nil, slice: String? = nil, map: HeatMap,
    scope: HeatScope = HeatScope(), borders: [LabelBorder] = [], rowsRefused: Int = 0,
    diagnostics: Int = 0
  ) {
    self.name = name
    self.question = question
    self.slice = slice
    self.map = map
    self.scope = scope
    self.borders = borders
    self.rowsRefused = rowsRefused
    self.diagnostics = diagnostics
  }
}
