package import Interchange
import Screen

/// The formats that `export` writes.
package enum ExportFormat: String, Sendable, CaseIterable {
  case csv
  case votesCSV = "votes-csv"
  case softJSONL = "soft-jsonl"
  case labelStudio = "label-studio"

  /// What of a project does not come back from this format.
  package var losses: [String] {
    switch self {
    case .csv: GoldExporter.losses
    case .votesCSV: VoteExporter.losses
    case .softJSONL: SoftLabelExporter.losses
    case .labelStudio: LabelStudioExporter.losses
    }
  }
}

/// What is to be written, and where to.
package struct ExportRequest: Sendable {
  package let format: ExportFormat
  /// nil for standard output.
  package let path: String?
  package let isNeutralised: Bool
  /// Only units that have a value.
  package let isSettledOnly: Bool

  package init(
    format: ExportFormat, path: String?, isNeutralised: Bool = false, isSettledOnly: Bool = false
  ) {
    self.format = format
    self.path = path
    self.isNeutralised = isNeutralised
    self.isSettledOnly = isSettledOnly
  }
}

/// What was written.
package struct ExportReport: Sendable {
  package let units: Int
  /// Units by where their value comes from, in the order of the sources.
  package let sources: [SourceCount]
  package let neutralised: Int
  package let path: String?

  package struct SourceCount: Sendable {
    package let source: GoldSource
    package let units: Int
  }

  package var lines: [String] {
    let counts = sources.map { "\(Figures.count($0.units)) \($0.source.rawValue)" }
    var text = "\(Words.count(units, "unit"))"
    if !counts.isEmpty { text += ": " + counts.joined(separator: ", ") }
    if let path { text += "; in \(Words.plain(path, limit: 200))" }
    var lines = [text + "."]
    if neutralised > 0 {
      lines.append(
        "\(Words.count(neutralised, "cell")) began like a formula and got a ' in front (--neutralise)."
      )
    }
    return lines
  }

  package var json: JSONText {
    [
      "units": .integer(units),
      "sources": .object(sources.map { .init($0.source.rawValue, .integer($0.units)) }),
      "neutralised": .integer(neutralised), "path": ValueJSON.text(path),
    ]
  }
}
