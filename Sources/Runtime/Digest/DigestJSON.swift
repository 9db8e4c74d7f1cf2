import Domain
package import Interchange
import Store

/// A digest for scripts.
package enum DigestJSON {
  package static func json(_ digest: AnnotatorDigest) -> JSONText {
    .object([
      .init("project", .string(digest.project)),
      .init("annotator", ValueJSON.text(digest.annotator?.text)),
      .init("since", .integer(digest.since)), .init("version", .integer(digest.version)),
      .init("changes", .array(digest.changes.map { json($0) })),
      .init("judged", .integer(digest.judged)), .init("over_ruled", .integer(digest.overRuled)),
      .init("corrections", .array(digest.corrections.map { json($0) })),
      .init(
        "counts",
        .array(
          digest.counts.map { count in
            .object([
              .init("said", ValueJSON.json(count.said)),
              .init("ruled", count.ruled.map { ValueJSON.json($0) } ?? nil),
              .init("ratings", .integer(count.ratings)),
            ])
          })),
    ])
  }

  private static func json(_ change: AnnotatorDigest.Change) -> JSONText {
    .object([
      .init("part", .string(change.part.part.key)), .init("title", .string(change.part.title)),
      .init("is", .string(change.part.kind.rawValue)),
      .init("change", .string(change.isSemantic ? "semantic" : "editorial")),
      .init(
        "lines",
        .array(
          change.part.lines.map { line in
            .object([
              .init("change", .string(line.change.rawValue)),
              .init("place", .string(line.place.rawValue)), .init("text", .string(line.text)),
            ])
          })),
      .init("confused", .array(change.confused.map { GuidelineJSON.pair($0) })),
    ])
  }

  private static func json(_ correction: AnnotatorDigest.Correction) -> JSONText {
    .object([
      .init("item", .string(correction.item.id.text)),
      .init("question", .string(correction.question.text)),
      .init("said", ValueJSON.json(correction.said)),
      .init("ruled", correction.ruled.map { ValueJSON.json($0) } ?? nil),
      .init(
        "clauses",
        .array(
          correction.clauses.map {
            .object([.init("clause", .string($0.id.text)), .init("title", .string($0.title))])
          })),
      .init("reason", ValueJSON.text(correction.reason)),
      .init("rationale", ValueJSON.text(correction.rationale)),
    ])
  }
}
