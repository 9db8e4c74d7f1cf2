package import Agreement
package import Domain
package import Interchange
package import Workbench

/// The guideline for scripts.
package enum GuidelineJSON {
  package static func overview(_ page: GuidelinePage) -> JSONText {
    let guideline = page.guideline
    return .object([
      .init("version", .integer(guideline.version)),
      .init("digest", ValueJSON.text(guideline.versions.last?.digest.hex)),
      .init("pending", .array(guideline.pending.map { .string($0.key) })),
      .init("drafts", .array(guideline.unfinished.map { .string($0.key) })),
      .init(
        "sections",
        .array(guideline.sections.sorted { $0.key < $1.key }.map { section($0, $1) })),
      .init(
        "clauses",
        .array(
          guideline.clauses.sorted { $0.key < $1.key }
            .map { clause($0, $1, page.citations[$0] ?? [], page.since[$0] ?? []) })),
      .init(
        "versions",
        .array(
          guideline.versions.map { version($0, page.fates[.version($0.number)] ?? DoubtFates()) })),
      .init(
        "new_ratings",
        .object([.init("in_doubt", .integer(page.newRatings.total))] + fates(page.newRatings))),
    ])
  }

  package static func clause(
    _ id: ClauseID, _ clause: Clause, _ citations: [Citation], _ since: [PairSince]
  ) -> JSONText {
    .object(
      [
        .init("clause", .string(id.text)), .init("status", .string(clause.status.rawValue)),
        .init("pending", .boolean(clause.isPublishable)),
        .init("draft", .boolean(clause.isUnfinished)),
        .init("since", clause.since.map { .integer($0) } ?? nil),
      ] + words(clause.content) + last(clause)
        + [
          .init("confused", .array(since.map { pair($0) })),
          .init(
            "cited_by",
            .array(
              citations.map { citation in
                .object([
                  .init("seq", .integer(citation.seq)),
                  .init("item", .string(citation.unit.item.text)),
                  .init("question", .string(citation.unit.question.text)),
                  .init("by", .string(citation.standing.by.text)),
                  .init("ruling", ValueJSON.json(citation.standing.outcome)),
                ])
              })),
        ])
  }

  /// How often two labels were confused before a version and since: shares of their comparisons.
  static func pair(_ pair: PairSince) -> JSONText {
    func cell(_ cell: HeatCell) -> JSONText {
      .object([
        .init("share", EstimateJSON.json(cell.estimate)), .init("pairs", .integer(cell.count)),
        .init("comparisons", .integer(cell.base)),
      ])
    }
    return .object([
      .init("labels", .array([.string(pair.pair.first), .string(pair.pair.second)])),
      .init("since", .integer(pair.version)), .init("before", cell(pair.before)),
      .init("after", cell(pair.after)), .init("beyond_noise", .boolean(pair.isBeyondNoise)),
      .init("too_few", .boolean(pair.isTooFew)),
    ])
  }

  /// One version as it reads.
  package static func contents(_ contents: GuidelineContents, digest: Digest?) -> JSONText {
    .object([
      .init("version", .integer(contents.version)), .init("digest", ValueJSON.text(digest?.hex)),
      .init(
        "sections",
        .array(
          contents.sections.map {
            .object([.init("section", .string($0.id.key)), .init("text", .string($0.text))])
          })),
      .init(
        "clauses",
        .array(
          contents.clauses.map { clause in
            .object(
              [
                .init("clause", .string(clause.id.text)), .init("since", .integer(clause.since)),
              ] + words(clause.text))
          })),
      .init(
        "withdrawn",
        .array(
          contents.withdrawn.map {
            .object([
              .init("clause", .string($0.id.text)), .init("title", .string($0.title)),
              .init("version", .integer($0.version)),
            ])
          })),
    ])
  }

  package static func difference(
    _ difference: GuidelineDifference, from old: GuidelineContents, to new: GuidelineContents
  ) -> JSONText {
    .object([
      .init("from", .integer(old.version)), .init("to", .integer(new.version)),
      .init("parts", .array(difference.changed.map { part($0) })),
    ])
  }

  /// What publishing would do, or did: then with its event.
  package static func plan(_ plan: PublicationPlan, event: Event?) -> JSONText {
    .object([
      .init("published", .boolean(event != nil)),
      .init("seq", event.map { .integer($0.seq) } ?? nil),
      .init("version", .integer(plan.publication.version)),
      .init("digest", .string(plan.publication.digest.hex)),
      .init("changes", .array(plan.publication.changes.map { change($0) })),
      .init("in_doubt", .array(plan.publication.inDoubt.map { .integer($0) })),
      .init("calibration", plan.publication.calibration.map { .integer($0) } ?? nil),
      .init("doubts", .array(plan.impact.doubts.map { doubt($0) })),
      .init("spared", .integer(plan.impact.spared)),
      .init("minutes", plan.minutes.map { .integer($0) } ?? nil),
      .init("gold", .array(plan.gold.map { .string($0.item.text) })),
    ])
  }

  private static func doubt(_ doubt: DoubtedRuling) -> JSONText {
    .object([
      .init("seq", .integer(doubt.ruling.seq)),
      .init("item", .string(doubt.ruling.unit.item.text)),
      .init("question", .string(doubt.ruling.unit.question.text)),
      .init("ruling", ValueJSON.json(doubt.ruling.outcome)),
      .init("by", .string(doubt.ruling.by.text)),
      .init("part", .string(doubt.part.key)), .init("reason", .string(doubt.reason.rawValue)),
      .init("route", doubt.ruling.route.map { .integer($0) } ?? nil),
    ])
  }

  /// Which rulings come out as a clause says.
  package static func evidence(_ evidence: ClauseEvidence, of id: ClauseID?) -> JSONText {
    let (verdict, reason): (JSONText, String?) =
      switch evidence.verdict {
      case .outcome(let outcome): (ValueJSON.json(outcome), nil)
      case .missing: (.null, "no_ruling_behind_it")
      case .split: (.null, "ruled_differently")
      }
    return .object([
      .init("clause", ValueJSON.text(id?.text)), .init("verdict", verdict),
      .init("reason", ValueJSON.text(reason)),
      .init("contradict", .integer(evidence.contradicting)),
      .init("agree", .integer(evidence.agreeing)), .init("silent", .integer(evidence.silent)),
      .init(
        "rulings",
        .array(
          evidence.entries.map { entry in
            .object([
              .init("seq", .integer(entry.found.ruling.seq)),
              .init("item", .string(entry.found.ruling.unit.item.text)),
              .init("question", .string(entry.found.ruling.unit.question.text)),
              .init("ruling", ValueJSON.json(entry.found.ruling.outcome)),
              .init("by", .string(entry.found.ruling.by.text)),
              .init("is", .string(entry.found.stand.rawValue)),
              .init("as", .string(entry.found.tie.rawValue)),
            ])
          })),
    ])
  }

  package static func findings(_ findings: [GuidelineFinding]) -> JSONText {
    .object([
      .init(
        "findings",
        .array(
          findings.map { finding in
            .object(
              [.init("code", .string(finding.code))] + subject(of: finding)
                + [.init("sentence", .string(GuidelineText.sentence(finding)))])
          }))
    ])
  }

  private static func subject(of finding: GuidelineFinding) -> [JSONText.Member] {
    switch finding {
    case .labelWithoutDefinition(let label), .labelWithoutCounterExample(let label):
      [.init("label", .string(label.text))]
    case .labelRenamed(let part, let old, let new):
      [
        .init("part", .string(part.key)), .init("label", .string(old.text)),
        .init("now", .string(new.text)),
      ]
    case .labelEnded(let part, let label):
      [.init("part", .string(part.key)), .init("label", .string(label.text))]
    case .clauseWithoutRuling(let id): [.init("clause", .string(id.text))]
    case .contradiction(let one, let other, let example):
      [
        .init("clause", .string(one.text)), .init("other", .string(other.text)),
        .init("text", .string(example.text)),
        .init("item", ValueJSON.text(example.unit?.item.text)),
      ]
    }
  }

  private static func section(_ id: SectionID, _ section: Revised<String>) -> JSONText {
    .object(
      [
        .init("section", .string(id.key)),
        .init("published", .boolean(section.published != nil)),
        .init("pending", .boolean(section.isPublishable)),
        .init("draft", .boolean(section.isUnfinished)),
        .init("text", ValueJSON.text(section.proposed)),
        .init("since", section.since.map { .integer($0) } ?? nil),
      ] + last(section))
  }

  private static func version(_ version: GuidelineVersion, _ fates: DoubtFates) -> JSONText {
    .object(
      [
        .init("version", .integer(version.number)), .init("digest", .string(version.digest.hex)),
        .init("seq", .integer(version.seq)), .init("at", .string(version.at.text)),
        .init("by", .string(version.by.text)),
        .init("changes", .array(version.publication.changes.map { change($0) })),
        .init("in_doubt", .array(version.publication.inDoubt.map { .integer($0) })),
      ] + self.fates(fates) + [
        .init("calibration", version.publication.calibration.map { .integer($0) } ?? nil),
        .init("waived", ValueJSON.text(version.publication.waived)),
      ])
  }

  /// What became of rulings that were in doubt.
  private static func fates(_ fates: DoubtFates) -> [JSONText.Member] {
    [
      .init("waiting", .integer(fates[.waiting])), .init("kept", .integer(fates[.kept])),
      .init("overruled", .integer(fates[.overruled])),
      .init("taken_back", .integer(fates[.takenBack])),
    ]
  }

  private static func change(_ change: PublishedChange) -> JSONText {
    .object([
      .init("part", .string(change.part.key)), .init("change", .string(change.kind.rawValue)),
      .init("seq", .integer(change.seq)),
    ])
  }

  private static func part(_ part: GuidelineDifference.Part) -> JSONText {
    .object([
      .init("part", .string(part.part.key)), .init("title", .string(part.title)),
      .init("is", .string(part.kind.rawValue)),
      .init("from", .array(part.bornFrom.map { .integer($0) })),
      .init(
        "lines",
        .array(
          part.lines.map {
            .object([
              .init("change", .string($0.change.rawValue)),
              .init("place", .string($0.place.rawValue)), .init("text", .string($0.text)),
              .init("item", ValueJSON.text($0.unit?.item.text)),
              .init("question", ValueJSON.text($0.unit?.question.text)),
            ])
          })),
    ])
  }

  private static func words(_ text: ClauseText) -> [JSONText.Member] {
    [
      .init("title", .string(text.title)),
      .init("labels", .array(text.labels.map { .string($0.text) })),
      .init("statement", .string(text.statement)),
      .init("examples", .array(text.examples.map { ValueJSON.json($0.canonical) })),
      .init("counter_examples", .array(text.counterExamples.map { ValueJSON.json($0.canonical) })),
      .init("from", .array(text.bornFrom.map { .integer($0) })),
    ]
  }

  private static func last<Content>(_ part: Revised<Content>) -> [JSONText.Member] {
    [
      .init("seq", .integer(part.seq)), .init("by", .string(part.by.text)),
      .init("at", .string(part.at.text)),
    ]
  }
}
