package import Agreement
import Domain

/// The heat map: what is wanted, what came of it, and where the cursor stands.
package struct HeatMapModel: Hashable, Sendable {
  package var generation = 0
  package var isLoading = false
  package var wanted = HeatMapWanted()
  package var page: Loaded<HeatMapPage>?
  /// The cell under the cursor; positions of the page's map.
  package var place = HeatPlace(row: 0, column: 0)
  /// The first row and the first column in view.
  package var top = 0
  package var left = 0
  /// Cells that columns are wider than they need be; negative for narrower.
  package var zoom = 0

  package init() {}

  package var map: HeatMap? { page?.value.map }

  /// Whether there is a cell under the cursor.
  package var hasCell: Bool {
    guard let map else { return false }
    return map.ratings > 0 && map.rows.count > place.row && map.columns.count > place.column
  }

  package var cell: HeatCell? { hasCell ? map?[place] : nil }
}
