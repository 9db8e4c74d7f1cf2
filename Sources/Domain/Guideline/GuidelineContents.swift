/// What one version says, or what the next would say.
public struct GuidelineContents: Hashable, Sendable {
  public struct Section: Hashable, Sendable {
    public let id: SectionID
    public let text: String

    public init(id: SectionID, text: String) {
      self.id = id
      self.text = text
    }
  }

  public struct NumberedClause: Hashable, Sendable {
    public let id: ClauseID
    public let text: ClauseText
    /// The version in which it was first in force.
    public let since: Int

    public init(id: ClauseID, text: ClauseText, since: Int) {
      self.id = id
      self.text = text
      self.since = since
    }
  }

  public struct WithdrawnClause: Hashable, Sendable {
    public let id: ClauseID
    public let title: String
    /// The version that took it out.
    public let version: Int

    public init(id: ClauseID, title: String, version: Int) {
      self.id = id
      self.title = title
      self.version = version
    }
  }

  /// 0 before the first.
  public let version: Int
  /// Labels by id, then policies by name.
  public let sections: [Section]
  /// By number.
  public let clauses: [NumberedClause]
  /// By number.
  public let withdrawn: [WithdrawnClause]

  public init(
    version: Int, sections: [Section], clauses: [NumberedClause], withdrawn: [WithdrawnClause]
  ) {
    self.version = version
    self.sections = sections
    self.clauses = clauses
    self.withdrawn = withdrawn
  }

  public func clause(_ id: ClauseID) -> NumberedClause? {
    clauses.first { $0.id == id }
  }
}

extension Guideline {
  /// What a version says. O(parts).
  public func contents(of version: Int) -> GuidelineContents {
    contents(version) { part in
      switch part {
      case .clause(let id): clauses[id]?.content(in: version).map { .clause($0) }
      case .section(let id): sections[id]?.content(in: version).map { .section($0) }
      }
    }
  }

  /// What the next version would say if these parts were published as they were last proposed.
  public func contents(publishing parts: [GuidelinePart]) -> GuidelineContents {
    let chosen = Set(parts)
    return contents(version + 1) { part in
      let isChosen = chosen.contains(part)
      switch part {
      case .clause(let id):
        return (isChosen ? clauses[id]?.proposed : clauses[id]?.published).map { .clause($0) }
      case .section(let id):
        return (isChosen ? sections[id]?.proposed : sections[id]?.published).map { .section($0) }
      }
    }
  }

  private enum Words {
    case clause(ClauseText)
    case section(String)
  }

  private func contents(
    _ version: Int, _ words: (GuidelinePart) -> Words?
  ) -> GuidelineContents {
    var sections: [GuidelineContents.Section] = []
    for id in self.sections.keys.sorted() {
      guard case .section(let text)? = words(.section(id)) else { continue }
      sections.append(.init(id: id, text: text))
    }
    var clauses: [GuidelineContents.NumberedClause] = []
    var withdrawn: [GuidelineContents.WithdrawnClause] = []
    for id in self.clauses.keys.sorted(by: Self.precedes) {
      guard let clause = self.clauses[id] else { continue }
      let earlier = clause.revisions.filter { $0.version <= version }
      if case .clause(let text)? = words(.clause(id)) {
        clauses.append(.init(id: id, text: text, since: earlier.first?.version ?? version))
      } else if let last = earlier.last(where: { $0.content != nil })?.content {
        let out = earlier.last.flatMap { $0.content == nil ? $0.version : nil }
        withdrawn.append(.init(id: id, title: last.title, version: out ?? version))
      }
    }
    return GuidelineContents(
      version: version, sections: sections, clauses: clauses, withdrawn: withdrawn)
  }

  /// By number; ids that are none, which no writer makes, come last.
  private static func precedes(_ left: ClauseID, _ right: ClauseID) -> Bool {
    switch (left.number, right.number) {
    case (let a?, let b?): a < b
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): left < right
    }
  }
}
