import Domain
import Screen
import Workbench

extension Scene {
  /// The letters, with somebody who may rule, write and publish.
  static var written: Scene {
    var scene = Scene.letters
    scene.me = Member(
      id: "mara", user: "mara", roles: [.lead, .reviewer, .adjudicator])
    return scene
  }

  /// Rulings that stand on letters.
  var ruledCases: [RuledCase] {
    let outcomes: [Outcome] = [
      .value(.label("sick")), .value(.label("sick")), .value(.label("ask")),
      .value(.label("sick")), .ambiguous, .value(.label("ask")), .value(.label("thanks")),
    ]
    return rows.prefix(outcomes.count).enumerated().map { index, row in
      RuledCase(
        unit: row.unit, seq: 180 + index, outcome: outcomes[index], contest: ["ask", "sick"],
        by: index.isMultiple(of: 2) ? "mara" : "jonas",
        cites: index < 2 ? [ClauseID(number: 1)] : [])
    }
  }

  func evidence(of text: ClauseText, _ id: ClauseID?) -> ClauseEvidence {
    let agreement = ClauseAgreement(of: text, id: id, rulings: ruledCases)
    return ClauseEvidence(
      agreement,
      entries: agreement.cases.map {
        .init(found: $0, reading: dossiers[$0.ruling.unit.item]?.item.payload.reading ?? "")
      })
  }

  func seeds(from source: SeedSource) -> ClauseSeeds {
    let units: Set<UnitID>
    switch source {
    case .units(let chosen): units = Set(chosen)
    case .limit: units = Set(rows.map(\.unit))
    }
    return ClauseSeeds(
      source: source,
      seeds: ruledCases.filter { units.contains($0.unit) }.map {
        ClauseSeed(ruling: $0, reading: dossiers[$0.unit.item]?.item.payload.reading ?? "")
      })
  }

  func publishPage(_ wish: PublicationWish) -> PublishPage {
    let rules = guideline.guideline
    let waiting = rules.pending
    let parts = waiting.filter { !wish.leftOut.contains($0) }
    let changes = parts.map { part in
      PublishedChange(
        part: part, seq: rules.position(of: part) ?? -1,
        kind: wish.editorial.contains(part) ? .editorial : .semantic)
    }
    let doubts = changes.flatMap { change -> [DoubtedRuling] in
      guard case .clause(let id) = change.part, change.kind == .semantic else { return [] }
      return (guideline.citations[id] ?? []).map { citation in
        DoubtedRuling(
          ruling: RuledCase(
            unit: citation.unit, seq: citation.seq, outcome: citation.standing.outcome,
            contest: [], by: citation.standing.by, cites: [id]), part: change.part,
          reason: doubtedFor)
      }
    }
    let left = doubts.filter { !wish.sparing.contains($0.reason) }
    let publication = Publication(
      version: rules.version + 1, digest: .zero, changes: changes,
      inDoubt: left.map(\.ruling.seq))
    return PublishPage(
      publication: publication,
      difference: GuidelineDifference(
        from: rules.contents(of: rules.version), to: rules.contents(publishing: parts)),
      doubts: left, spared: doubts.count - left.count, minutes: left.isEmpty ? nil : 4,
      leftOut: waiting.filter { wish.leftOut.contains($0) },
      refusal: me.holds(.lead) ? nil : "This takes the role lead.")
  }

  /// What would be decided about the guideline; nil for a command that is of units.
  func decideOnGuideline(_ recording: Recording) -> Message? {
    guard let command = recording.commands.first, command.unit == nil else { return nil }
    let context = DecisionContext(
      members: [me], configuration: configuration, unit: nil, guideline: guideline.guideline,
      evidence: Evidence(
        rulings: Set(command.positions), units: Set(command.namedUnits)))
    do {
      let body = try Adjudication.decide(command, by: me.id, in: context).first
      var proposal: RecordedProposal?
      switch body {
      case .clause(let change):
        proposal = RecordedProposal(part: .clause(change.id), seq: summary.head + 1)
      case .guideline(let change):
        proposal = RecordedProposal(part: .section(change.id), seq: summary.head + 1)
      default: break
      }
      return .recorded(
        Recorded(
          ticket: recording.ticket, head: summary.head + 1, rows: [], summary: summary,
          proposal: proposal))
    } catch {
      return .refused(
        Refused(ticket: recording.ticket, unit: nil, refusal: error, sentence: error.code))
    }
  }

  /// A model that shows its guideline, everything it asked for answered.
  func reading(_ keys: String...) -> Model {
    var scene = self
    var model = scene.ready
    scene.press(&model, ["Space", "g"] + keys)
    return model
  }

  /// A model that writes the first clause.
  func writing(_ keys: String...) -> Model {
    var scene = self
    var model = scene.reading()
    scene.press(&model, ["e"] + keys)
    return model
  }

  /// A model that shows an item and knows the guideline.
  func citing(_ item: ItemID, _ keys: String...) -> Model {
    var scene = self
    var model = scene.showing(item)
    _ = update(
      &model, .reported(.rules(scene.guideline.guideline), generation: model.rulesGeneration))
    scene.press(&model, keys)
    return model
  }

  /// Types a text, and answers whatever follows.
  mutating func type(_ model: inout Model, _ text: String) {
    for character in text { tell(&model, .keyPressed(.character(character), model.now)) }
  }
}

extension Scene {
  func sized(_ size: Size) -> Scene {
    var scene = self
    scene.size = size
    return scene
  }
}
