package import Agreement
package import Interchange

/// Coverage, unrounded.
package enum CoverageJSON {
  package static func json(
    _ report: CoverageReport, labels: [String], slices: [String] = []
  ) -> JSONText {
    [
      "ratings": .integer(report.ratings),
      "labels": .array(report.labels.map { json($0, labels) }),
      "rare_below_ratings": .integer(report.rarity.ratings),
      "rare_below_share": .real(report.rarity.share),
      "distance": report.distance.map { json($0) } ?? .null,
      "empty_slices": .array(report.emptySlices.map { .string(name($0, slices)) }),
      "empty_cells": .array(
        report.emptyCells.map {
          ["slice": .string(name($0.slice, slices)), "label": .string(name($0.label, labels))]
        }),
    ]
  }

  private static func name(_ code: Int, _ names: [String]) -> String {
    names.indices.contains(code) ? names[code] : String(code)
  }

  private static func json(_ label: CoverageReport.Label, _ names: [String]) -> JSONText {
    [
      "label": .string(name(label.label, names)), "ratings": .integer(label.ratings),
      "share": EstimateJSON.json(label.share), "target": EstimateJSON.real(label.target),
      "rare": .boolean(label.isRare),
    ]
  }

  private static func json(_ distance: CoverageReport.Distance) -> JSONText {
    [
      "psi": EstimateJSON.json(distance.stabilityIndex),
      "kl": EstimateJSON.json(distance.kullbackLeibler),
      "js": EstimateJSON.json(distance.jensenShannon),
      "total_variation": EstimateJSON.json(distance.totalVariation),
      "chi_square": distance.chiSquare.map { ChiSquareJSON.json($0) } ?? .null,
      "small_cells": .integer(distance.smallCells), "smoothing": .real(distance.smoothing),
      "design_effect": .real(distance.designEffect),
    ]
  }
}
