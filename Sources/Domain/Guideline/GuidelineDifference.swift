/// What changed between two versions, part by part.
public struct GuidelineDifference: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case unchanged
    case changed
    case new
    case withdrawn
  }

  /// A part that stands in one of both.
  public struct Part: Hashable, Sendable {
    public let part: GuidelinePart
    /// The clause's title, as it reads later where it does; empty for a section.
    public let title: String
    public let kind: Kind
    public let lines: [DifferenceLine]
    /// Of a clause the rulings that it is made from as it reads later, or read last: upwards.
    public let bornFrom: [Int]

    public init(
      part: GuidelinePart, title: String, kind: Kind, lines: [DifferenceLine],
      bornFrom: [Int] = []
    ) {
      self.part = part
      self.title = title
      self.kind = kind
      self.lines = lines
      self.bornFrom = bornFrom
    }
  }

  /// Sections, then clauses, each in the order of their document.
  public let parts: [Part]

  public init(from old: GuidelineContents, to new: GuidelineContents) {
    let before = Dictionary(uniqueKeysWithValues: old.sections.map { ($0.id, $0.text) })
    let after = Dictionary(uniqueKeysWithValues: new.sections.map { ($0.id, $0.text) })
    var parts = Set(before.keys).union(after.keys).sorted().map { id in
      Part(
        part: .section(id), title: "", old: before[id].map { DifferenceLine.texts(of: $0) },
        new: after[id].map { DifferenceLine.texts(of: $0) })
    }
    let oldClauses = Dictionary(uniqueKeysWithValues: old.clauses.map { ($0.id, $0.text) })
    let newClauses = Dictionary(uniqueKeysWithValues: new.clauses.map { ($0.id, $0.text) })
    let ids = Set(oldClauses.keys).union(newClauses.keys)
      .sorted { ($0.number ?? .max, $0) < ($1.number ?? .max, $1) }
    parts += ids.map { id in
      let title = newClauses[id]?.title ?? oldClauses[id]?.title ?? ""
      return Part(
        part: .clause(id), title: title, old: oldClauses[id].map { DifferenceLine.texts(of: $0) },
        new: newClauses[id].map { DifferenceLine.texts(of: $0) },
        bornFrom: (newClauses[id] ?? oldClauses[id])?.bornFrom ?? [])
    }
    self.parts = parts
  }

  /// The parts that are not the same in both.
  public var changed: [Part] { parts.filter { $0.kind != .unchanged } }
}

extension GuidelineDifference.Part {
  fileprivate init(
    part: GuidelinePart, title: String, old: [DifferenceLine.Text]?, new: [DifferenceLine.Text]?,
    bornFrom: [Int] = []
  ) {
    let lines = DifferenceLine.lines(from: old ?? [], to: new ?? [])
    let kind: GuidelineDifference.Kind =
      switch (old, new) {
      case (nil, _): .new
      case (_, nil): .withdrawn
      default: lines.allSatisfy { $0.change == .kept } ? .unchanged : .changed
      }
    self.init(part: part, title: title, kind: kind, lines: lines, bornFrom: bornFrom)
  }
}
