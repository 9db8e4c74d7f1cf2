/// The rules that annotators follow: clauses and sections, each with its past, and the versions that
/// put them in force. The fold of the events `clause`, `guideline` and `publish`.
public struct Guideline: Hashable, Sendable {
  public private(set) var clauses: [ClauseID: Clause]
  public private(set) var sections: [SectionID: Revised<String>]
  /// Upwards from 1, without gaps.
  public private(set) var versions: [GuidelineVersion]
  /// Position of the last event that changed any of it; −1 before the first.
  public private(set) var seq: Int

  public init(
    clauses: [ClauseID: Clause] = [:], sections: [SectionID: Revised<String>] = [:],
    versions: [GuidelineVersion] = [], seq: Int = -1
  ) {
    self.clauses = clauses
    self.sections = sections
    self.versions = versions
    self.seq = seq
  }

  /// The version in force; 0 before the first.
  public var version: Int { versions.last?.number ?? 0 }

  /// The id that the next new clause gets: ids are never used again.
  public var nextClause: ClauseID {
    ClauseID(number: (clauses.keys.compactMap(\.number).max() ?? 0) + 1)
  }

  /// Whether a ruling may cite the clause: it is in the version in force.
  public func isInForce(_ id: ClauseID) -> Bool {
    clauses[id]?.published != nil
  }

  /// Parts whose last proposal is finished and waits for publication, in order of their keys.
  public var pending: [GuidelinePart] {
    let waiting: [GuidelinePart] =
      clauses.filter { $0.value.isPublishable }.keys.map { .clause($0) }
      + sections.filter { $0.value.isPublishable }.keys.map { .section($0) }
    return waiting.sorted()
  }

  /// Parts whose last proposal is still being written, in order of their keys.
  public var unfinished: [GuidelinePart] {
    let drafts: [GuidelinePart] =
      clauses.filter { $0.value.isUnfinished }.keys.map { .clause($0) }
      + sections.filter { $0.value.isUnfinished }.keys.map { .section($0) }
    return drafts.sorted()
  }

  /// Whether the last proposal of a part is still being written.
  public func isUnfinished(_ part: GuidelinePart) -> Bool {
    switch part {
    case .clause(let id): clauses[id]?.isUnfinished ?? false
    case .section(let id): sections[id]?.isUnfinished ?? false
    }
  }

  /// The last version that made the part mean something else; nil for a part that none did. O(versions
  /// × their changes).
  public func lastMeaning(of part: GuidelinePart) -> Int? {
    versions.last { version in
      version.publication.changes.contains { $0.part == part && $0.kind == .semantic }
    }?.number
  }

  /// Position of the last proposal of a part; nil where there was none.
  public func position(of part: GuidelinePart) -> Int? {
    switch part {
    case .clause(let id): clauses[id]?.seq
    case .section(let id): sections[id]?.seq
    }
  }

  /// Takes in the next event. Total: what is in a verified log cannot fail, and what speaks of nothing
  /// of the guideline changes nothing.
  public mutating func evolve(_ event: Event) {
    switch event.body {
    case .clause(let change): take(change, event)
    case .guideline(let change): take(change, event)
    case .publish(let publication): take(publication, event)
    default: return
    }
    seq = event.seq
  }

  private mutating func take(_ change: ClauseChange, _ event: Event) {
    if clauses[change.id] != nil {
      clauses[change.id]?.propose(change.text, change.stage, in: event)
    } else if let text = change.text {
      clauses[change.id] = Clause(
        content: text, isTakenOut: false, seq: event.seq, by: event.draft.actor,
        at: event.draft.at, stage: change.stage)
    }
  }

  private mutating func take(_ change: SectionChange, _ event: Event) {
    let text = change.text.isEmpty ? nil : change.text
    if sections[change.id] != nil {
      sections[change.id]?.propose(text, change.stage, in: event)
    } else {
      sections[change.id] = Revised(
        content: change.text, isTakenOut: text == nil, seq: event.seq, by: event.draft.actor,
        at: event.draft.at, stage: change.stage)
    }
  }

  private mutating func take(_ publication: Publication, _ event: Event) {
    for change in publication.changes {
      switch change.part {
      case .clause(let id): clauses[id]?.publish(in: publication.version)
      case .section(let id): sections[id]?.publish(in: publication.version)
      }
    }
    versions.append(
      GuidelineVersion(
        publication: publication, seq: event.seq, by: event.draft.actor, at: event.draft.at))
  }
}

extension Guideline {
  /// What a version made of a part. O(versions).
  public func change(of part: GuidelinePart, in version: Int) -> GuidelineDifference.Kind {
    switch part {
    case .clause(let id): clauses[id]?.change(in: version) ?? .unchanged
    case .section(let id): sections[id]?.change(in: version) ?? .unchanged
    }
  }
}
