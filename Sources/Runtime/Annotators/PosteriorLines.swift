import Agreement
import Domain
package import Interchange

/// `annotators --posteriors`: what a model says of each unit, a JSON object a line.
package enum PosteriorLines {
  /// Hands over the lines of all units that have a vote, in the order of the units.
  ///
  /// A tie is said and not broken: `label` is null then. `probabilities` names the labels that are
  /// possible at all.
  package static func write(
    _ report: AnnotatorReport, _ sink: ByteSink
  ) throws(InterchangeError) {
    guard let truth = report.truth else { return }
    var buffer: [UInt8] = []
    for unit in report.votes.units.indices where truth.units[unit].isRated {
      line(unit, truth, report).append(to: &buffer)
      buffer.append(UInt8(ascii: "\n"))
      if buffer.count > 1 << 16 { try flush(&buffer, sink) }
    }
    try flush(&buffer, sink)
  }

  private static func flush(
    _ buffer: inout [UInt8], _ sink: ByteSink
  ) throws(InterchangeError) {
    try buffer.withUnsafeBufferPointer { bytes throws(InterchangeError) in
      if !bytes.isEmpty { try sink(UnsafeRawBufferPointer(bytes)) }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func line(
    _ unit: Int, _ truth: TruthEstimate, _ report: AnnotatorReport
  ) -> JSONText {
    let votes = report.votes
    let known = truth.units[unit]
    let posterior = truth.posterior(of: unit)
    let places = votes.table.votes(of: unit)
    let ratings = UnitAgreement(
      places.map {
        UnitRating(annotator: votes.table.annotators[$0], label: votes.table.labels[$0])
      })
    let probabilities = votes.labels.indices.compactMap { label -> JSONText.Member? in
      let probability = posterior[posterior.startIndex + label]
      return probability > 0 ? .init(votes.labels[label], .real(probability)) : nil
    }
    return [
      "item": .string(votes.units[unit].text), "question": .string(votes.question.text),
      "ratings": .integer(places.count), "agreement": EstimateJSON.real(ratings.pairwise),
      "margin": .real(ratings.margin), "vote_entropy": .real(ratings.entropy),
      "label": known.label.map { .string(votes.labels[$0]) } ?? nil,
      "tied": .boolean(known.isTied),
      "tied_labels": .array(
        known.isTied ? truth.leaders(of: unit).map { .string(votes.labels[$0]) } : []),
      "probabilities": .object(probabilities), "entropy": .real(known.entropy),
      "model": .string(TruthFit.name(of: truth.model)),
      "seed": truth.seed.map { .digits(String($0)) } ?? nil,
    ]
  }
}
