import Agreement
package import Domain
import Screen
package import Workbench

/// The guideline as text of at most 80 columns.
package enum GuidelineText {
  /// Everything there is, a line each.
  package static func overview(_ page: GuidelinePage) -> [String] {
    let guideline = page.guideline
    guard guideline.seq >= 0 else {
      return [
        "There is no guideline yet.",
        "  A definition:  tiebreak guide define LABEL --text TEXT",
        "  A clause:      tiebreak guide draft --label LABEL --title TITLE --statement TEXT",
        "  Publish them:  tiebreak guide publish",
      ] + newRatings(page)
    }
    return [sentence(page)] + sections(guideline) + clauses(page) + versions(page)
      + newRatings(page)
  }

  /// What is in force and what waits, in one sentence.
  package static func sentence(_ page: GuidelinePage) -> String {
    let guideline = page.guideline
    let waiting = guideline.pending.count
    let unfinished = guideline.unfinished.count
    let drafts = unfinished == 0 ? "" : ", \(Words.count(unfinished, "draft")) unfinished"
    let tail =
      waiting == 0
      ? "nothing waits to be published\(drafts)."
      : "\(Words.count(waiting, "change")) \(waiting == 1 ? "waits" : "wait") to be published\(drafts)."
    guard let last = guideline.versions.last else { return "No version is in force; " + tail }
    return "Version \(last.number) is in force, since \(last.at.text.prefix(10)); " + tail
  }

  /// One clause with all that is known of it.
  package static func clause(_ id: ClauseID, _ clause: Clause, _ page: GuidelinePage) -> [String] {
    let text = clause.content
    var lines = ["\(Words.plain(id.text))  \(Words.plain(text.title, limit: 200))"]
    var facts = [state(clause)]
    if let since = clause.since { facts.append("since version \(since)") }
    facts.append("by \(Words.plain(clause.by.text)), event \(clause.seq)")
    lines += wrapped(facts.joined(separator: ", "))
    let labels = text.labels.map { Words.plain($0.text) }
    lines += wrapped("labels: " + (labels.isEmpty ? "all" : labels.joined(separator: ", ")))
    lines += [""] + wrapped(text.statement)
    lines += examples(text.examples, mark: "+") + examples(text.counterExamples, mark: "-")
    if !text.bornFrom.isEmpty {
      lines += [""]
      lines += wrapped("from rulings " + text.bornFrom.map(String.init).joined(separator: ", "))
    }
    lines += since(page.since[id] ?? [])
    let citations = page.citations[id] ?? []
    guard !citations.isEmpty else { return lines + ["", "  No ruling cites it."] }
    var table = TextTable([
      .init("ruling", .right), .init("item", widest: 28), .init("says", widest: 24),
      .init("by", widest: 16),
    ])
    for citation in citations {
      table.append([
        SafeText(String(citation.seq)), SafeText(citation.unit.item.text),
        SafeText(Words.outcome(citation.standing.outcome)), SafeText(citation.standing.by.text),
      ])
    }
    return lines + [""] + table.lines()
  }

  /// How often labels were confused before a version and since.
  private static func since(_ pairs: [PairSince]) -> [String] {
    guard !pairs.isEmpty else { return [] }
    return [""] + pairs.flatMap { wrapped(sentence($0)) }
  }

  /// `Since v3, rider ↔ cyclist: .31 → .12 of 240 and 96 comparisons, more than noise.`
  static func sentence(_ pair: PairSince) -> String {
    let names = [pair.pair.first, pair.pair.second].map { Words.plain($0, limit: 24) }
    let verdict =
      pair.isTooFew
      ? "too few to judge by" : pair.isBeyondNoise ? "more than noise" : "may be noise"
    return "Since v\(pair.version), \(names[0]) ↔ \(names[1]): \(SinceWords.figures(pair)) of "
      + "\(Figures.count(pair.before.base)) and \(Words.count(pair.after.base, "comparison")), "
      + "\(verdict)."
  }

  /// What changed between two versions, part by part.
  package static func difference(_ difference: GuidelineDifference) -> [String] {
    guard !difference.changed.isEmpty else { return ["Nothing changed."] }
    var lines: [String] = []
    for part in difference.changed {
      if !lines.isEmpty { lines.append("") }
      let title = part.title.isEmpty ? "" : "  " + Words.plain(part.title, limit: 48)
      lines.append("\(Words.plain(part.part.key))\(title)  (\(part.kind.rawValue))")
      for line in part.lines { lines += shown(line) }
      if !part.bornFrom.isEmpty {
        lines += wrapped("from rulings " + part.bornFrom.map(String.init).joined(separator: ", "))
      }
    }
    return lines
  }

  /// What publishing would do.
  package static func plan(_ plan: PublicationPlan) -> [String] {
    let publication = plan.publication
    var lines = [
      "Version \(publication.version) would change \(Words.count(publication.changes.count, "part"))."
    ]
    let kinds = Dictionary(
      uniqueKeysWithValues: publication.changes.map { ($0.part, $0.kind.rawValue) })
    var table = TextTable([
      .init("part", widest: 24), .init("", widest: 36, cut: .end), .init("is"), .init("change"),
    ])
    for part in plan.difference.changed {
      table.append([
        SafeText(part.part.key), SafeText(part.title), SafeText(part.kind.rawValue),
        SafeText(kinds[part.part] ?? ""),
      ])
    }
    lines += table.lines()
    if let seq = publication.calibration {
      lines.append("It rests on the calibration at event \(seq).")
    }
    lines += impact(plan.impact)
    if let minutes = plan.minutes {
      lines.append("About \(minutes) min to rule on them again, as long as they took.")
    }
    guard !plan.gold.isEmpty else { return lines }
    return lines
      + wrapped(
        "Gold among them: \(Words.list(plan.gold.map { Words.plain($0.item.text) })). "
          + "Look at these first: annotators are held against them.")
  }

  /// How many rulings a version would put in doubt, why, and a line for each of the first.
  package static func impact(_ impact: GuidelineImpact, showing limit: Int = 12) -> [String] {
    let doubts = impact.doubts.count
    let spared =
      impact.spared == 0 ? [] : ["\(Words.count(impact.spared, "more ruling")) left out."]
    guard doubts > 0 else { return ["No ruling rests on what changes."] + spared }
    let reasons = impact.byReason.map { "\($0.rulings) \(phrase($0.reason))" }
    var lines = wrapped(
      "\(Words.count(doubts, "ruling")) would go back to the queue: \(Words.list(reasons)).")
    lines += wrapped(
      "They go to "
        + Words.list(
          impact.byRoute.map { route, rulings in
            "\(route.map { "route \($0)" } ?? "whoever may rule") (\(rulings))"
          }) + ".")
    var table = TextTable([
      .init("ruling", .right), .init("item", widest: 24), .init("says", widest: 20),
      .init("part", widest: 12), .init("because", widest: 16),
    ])
    for doubt in impact.doubts.prefix(limit) {
      table.append([
        SafeText(String(doubt.ruling.seq)), SafeText(doubt.ruling.unit.item.text),
        SafeText(Words.outcome(doubt.ruling.outcome)), SafeText(doubt.part.key),
        SafeText(doubt.reason.rawValue),
      ])
    }
    lines += table.lines()
    if doubts > limit { lines.append("  and \(doubts - limit) more; --json has all.") }
    return lines + spared
  }

  private static func phrase(_ reason: DoubtReason) -> String {
    switch reason {
    case .cites: "cite a clause that changes"
    case .example: "contradict an example"
    case .labels: "settle the same labels another way"
    }
  }

  /// Which rulings come out as a clause says.
  package static func evidence(_ evidence: ClauseEvidence) -> [String] {
    let counts =
      "\(evidence.contradicting) contradict, \(evidence.agreeing) agree, \(evidence.silent) say nothing"
    let verdict =
      switch evidence.verdict {
      case .outcome(let outcome): "It says \(Words.outcome(outcome)): \(counts)."
      case .missing: "No ruling stands behind it, so nothing says how it decides."
      case .split(let outcomes):
        "Its examples were ruled differently, equally often: "
          + Words.list(outcomes.map { Words.outcome($0) }) + "."
      }
    guard !evidence.entries.isEmpty else { return [verdict] }
    var table = TextTable([
      .init("is"), .init("ruling", .right), .init("item", widest: 20), .init("says", widest: 18),
      .init("as"), .init("by", widest: 12),
    ])
    for entry in evidence.entries {
      let ruling = entry.found.ruling
      table.append([
        SafeText(entry.found.stand.rawValue), SafeText(String(ruling.seq)),
        SafeText(ruling.unit.item.text), SafeText(Words.outcome(ruling.outcome)),
        SafeText(entry.found.tie.rawValue.replacing("_", with: "-")), SafeText(ruling.by.text),
      ])
    }
    return [verdict] + table.lines()
  }

  /// What the guideline lacks, a line each.
  package static func findings(_ findings: [GuidelineFinding]) -> [String] {
    guard !findings.isEmpty else { return ["The guideline lacks nothing that can be told."] }
    return findings.map { sentence($0) }
  }

  static func sentence(_ finding: GuidelineFinding) -> String {
    switch finding {
    case .labelRenamed(let part, let old, let new):
      "\(Words.plain(part.key)) speaks of \(Words.plain(old.text)), which is \(Words.plain(new.text)) now."
    case .labelEnded(let part, let label):
      "\(Words.plain(part.key)) speaks of \(Words.plain(label.text)), which is gone."
    case .labelWithoutDefinition(let label): "\(Words.plain(label.text)) has no definition."
    case .labelWithoutCounterExample(let label):
      "\(Words.plain(label.text)) has no counter-example: no clause shows what it is not."
    case .clauseWithoutRuling(let id): "\(Words.plain(id.text)) has no ruling behind it."
    case .contradiction(let one, let other, let example):
      "\(Words.plain(one.text)) takes as an example what \(Words.plain(other.text)) excludes: "
        + Words.quoted(example.unit?.item.text ?? example.text)
    }
  }

  private static func state(_ clause: Clause) -> String {
    guard clause.status == .published, clause.isPending else { return clause.status.rawValue }
    if clause.isTakenOut { return "published, to be withdrawn" }
    return clause.isUnfinished ? "published, newer draft" : "published, newer in review"
  }

  private static func state(_ section: Revised<String>) -> String {
    guard section.isPublishable || section.isUnfinished else {
      return section.published == nil ? "gone" : "published"
    }
    if section.isTakenOut { return "published, to go" }
    guard section.published != nil else { return section.stage.rawValue }
    return section.isUnfinished ? "published, newer draft" : "published, newer in review"
  }

  private static func sections(_ guideline: Guideline) -> [String] {
    guard !guideline.sections.isEmpty else { return [] }
    var table = TextTable([
      .init("section", widest: 30), .init("is"), .init("says", widest: 30, cut: .end),
    ])
    for (id, section) in guideline.sections.sorted(by: { $0.key < $1.key }) {
      let first = section.content.split(separator: "\n").first ?? ""
      table.append([SafeText(id.key), SafeText(state(section)), SafeText(String(first))])
    }
    return [""] + table.lines()
  }

  private static func clauses(_ page: GuidelinePage) -> [String] {
    guard !page.guideline.clauses.isEmpty else { return [] }
    var table = TextTable([
      .init("clause"), .init("title", widest: 28, cut: .end), .init("is"),
      .init("labels", widest: 20, cut: .end), .init("cited", .right),
    ])
    for (id, clause) in page.guideline.clauses.sorted(by: { $0.key < $1.key }) {
      table.append([
        SafeText(id.text), SafeText(clause.content.title), SafeText(state(clause)),
        SafeText(clause.content.labels.map(\.text).joined(separator: ", ")),
        SafeText(Figures.count(page.citations[id]?.count ?? 0)),
      ])
    }
    return [""] + table.lines()
  }

  private static func versions(_ page: GuidelinePage) -> [String] {
    let guideline = page.guideline
    guard !guideline.versions.isEmpty else { return [] }
    var table = TextTable([
      .init("version", .right), .init("published"), .init("by", widest: 12),
      .init("changes", .right), .init("in doubt", .right), .init("kept", .right),
      .init("overruled", .right), .init("digest"),
    ])
    for version in guideline.versions.reversed() {
      let fates = page.fates[.version(version.number)] ?? DoubtFates()
      table.append([
        SafeText(String(version.number)), SafeText(String(version.at.text.prefix(16))),
        SafeText(version.by.text), SafeText(Figures.count(version.publication.changes.count)),
        SafeText(Figures.count(version.publication.inDoubt.count)),
        SafeText(Figures.count(fates[.kept])), SafeText(Figures.count(fates[.overruled])),
        SafeText(String(version.digest.hex.prefix(8))),
      ])
    }
    return [""] + table.lines()
  }

  /// What became of the rulings that new ratings put in doubt; one that two batches did counts twice.
  private static func newRatings(_ page: GuidelinePage) -> [String] {
    let fates = page.newRatings
    guard fates.total > 0 else { return [] }
    return [
      "",
      "New ratings put rulings in doubt \(Words.count(fates.total, "time")): "
        + "\(Figures.count(fates[.waiting])) waiting, \(Figures.count(fates[.kept])) kept, "
        + "\(Figures.count(fates[.overruled])) overruled, "
        + "\(Figures.count(fates[.takenBack])) taken back.",
    ]
  }

  private static func examples(_ examples: [ClauseExample], mark: String) -> [String] {
    guard !examples.isEmpty else { return [] }
    return [""]
      + examples.flatMap { example in
        let unit = example.unit.map { "  (\(Words.plain($0.item.text)))" } ?? ""
        return TextLines.wrapped(
          "\(mark) " + SafeText(example.text).plain + unit, indent: 2, hanging: 2)
      }
  }

  private static func shown(_ line: DifferenceLine) -> [String] {
    let mark =
      switch line.change {
      case .kept: " "
      case .added: "+"
      case .removed: "-"
      }
    let place =
      switch line.place {
      case .title: "title: "
      case .labels: "label: "
      case .statement: ""
      case .example: "+ "
      case .counterExample: "- "
      }
    return TextLines.wrapped(
      "\(mark) \(place)" + SafeText(line.text).plain
        + (line.unit.map { "  (\(Words.plain($0.item.text)))" } ?? ""), indent: 2, hanging: 2)
  }

  private static func wrapped(_ text: String) -> [String] {
    TextFlow.lines(of: text, width: 72).map { $0.plain.isEmpty ? "" : "  " + $0.plain }
  }
}
