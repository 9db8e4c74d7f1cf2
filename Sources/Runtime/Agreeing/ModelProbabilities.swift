package import Agreement
import Domain
package import Interchange

/// Probabilities that a model gave every label, read from a file.
package struct ModelProbabilities: Sendable {
  /// The file's name, for the heading.
  package let name: String
  package let origin: ProbabilityOrigin
  private var rows: [QuestionID?: [ItemID: [LabelID: Double]]] = [:]

  /// Reads a file; see `ProbabilityRow.read`. Of several lines about one unit the last one counts.
  ///
  /// - Parameter isOutOfSample: whether somebody states that the model was not trained on these items.
  package init(
    path: String, isOutOfSample: Bool, diagnostics: Diagnostics
  ) throws(ProjectFailure) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    origin = isOutOfSample ? .outOfSample : .assumedOutOfSample
    var rows: [QuestionID?: [ItemID: [LabelID: Double]]] = [:]
    do throws(InterchangeError) {
      try ProbabilityRow.read(try ByteSource(path: path), diagnostics: diagnostics) {
        rows[$0.question, default: [:]][$0.item] = $0.probabilities
      }
    } catch {
      throw .input(InterchangeFailure(error))
    }
    guard !rows.isEmpty else {
      let first = diagnostics.kept.first.map { ": \($0)" } ?? ""
      throw .input(
        InterchangeFailure(
          sentence: "\(path): no line says what a model thinks of an item\(first)",
          code: .inputRefused))
    }
    self.rows = rows
  }

  /// What the probabilities say about a question's labels, beside gold or what most people say.
  ///
  /// - Parameter isOnlyQuestion: lines that name no question are about this one.
  func section(
    of votes: QuestionVotes, isOnlyQuestion: Bool
  ) throws(AgreementError) -> AgreementSections.Probabilities {
    var known = rows[votes.question] ?? [:]
    if isOnlyQuestion {
      known.merge(rows[nil] ?? [:]) { named, _ in named }
    }
    let people = votes.labels.map { LabelID($0) }
    let others = Set(known.values.lazy.joined().map(\.key)).subtracting(people).sorted()
    let labels = people + others
    let table = try ModelRatings.probabilities(
      known.mapValues { shares in labels.map { shares[$0] ?? 0 } }, of: votes)
    let rated = Set(votes.units)
    return AgreementSections.Probabilities(
      name: name, calibration: CalibrationReport(table.table),
      errors: LabelErrorReport(table.table, origin: origin), labels: labels.map(\.text),
      units: table.units.map { votes.units[$0].text }, isGold: votes.hasGold,
      unknownItems: known.keys.count { !rated.contains($0) },
      tiedItems: known.keys.count { rated.contains($0) } - table.units.count)
  }
}
