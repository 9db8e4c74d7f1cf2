/// How what was said before label sets changed reads now. Nothing that was recorded is rewritten: it
/// is read through every migration that came after it, oldest first.
public struct LabelReading: Hashable, Sendable {
  /// Where one label set ends and the next begins.
  public struct Border: Hashable, Sendable {
    /// Position of the migration.
    public let seq: Int
    /// Number of the newest batch before it.
    public let batch: Int
    public let mapping: LabelMapping

    public init(seq: Int, batch: Int, mapping: LabelMapping) {
      self.seq = seq
      self.batch = batch
      self.mapping = mapping
    }
  }

  /// Oldest first.
  public private(set) var borders: [Border]

  public init(_ borders: [Border] = []) {
    self.borders = borders.sorted { $0.seq < $1.seq }
  }

  public var isEmpty: Bool { borders.isEmpty }

  /// Takes in the next migration.
  public mutating func add(_ migration: LabelMigration, at seq: Int) {
    borders.append(Border(seq: seq, batch: migration.batch, mapping: migration.mapping))
  }

  /// Labels, old and new, that some migration merged, split, retired or made so.
  public var movedLabels: Set<LabelID> {
    Set(
      borders.flatMap(\.mapping.rules).filter { $0.kind != .rename }
        .flatMap { $0.from + $0.to })
  }

  /// How many migrations came after a batch: ratings of batches with the same number are of one age.
  public func age(ofBatch batch: Int) -> Int {
    borders.count { $0.batch >= batch }
  }

  /// How many migrations came after a position.
  public func age(at seq: Int) -> Int {
    borders.count { $0.seq > seq }
  }

  /// A value that `age` migrations came after; nil where it says nothing any more.
  public func read(_ value: Value, age: Int) -> Value? {
    var value = value
    for border in borders.suffix(age) {
      guard let next = border.mapping.read(value) else { return nil }
      value = next
    }
    return value
  }

  public func read(_ value: Value, fromBatch batch: Int) -> Value? {
    read(value, age: age(ofBatch: batch))
  }

  /// An outcome that was recorded at a position; nil where its value says nothing any more.
  public func read(_ outcome: Outcome, at seq: Int) -> Outcome? {
    guard case .value(let value) = outcome else { return outcome }
    return read(value, age: age(at: seq)).map { .value($0) }
  }

  /// A label that was written at a position.
  public func fate(of label: LabelID, at seq: Int) -> LabelMapping.Fate {
    var now = label
    for border in borders.suffix(age(at: seq)) {
      switch border.mapping.fate(of: now) {
      case .stays: break
      case .becomes(let other): now = other
      case .ends(let kind): return .ends(kind)
      }
    }
    return now == label ? .stays : .becomes(now)
  }

  /// A clause written at a position, with its labels as they are called now; one that has ended keeps
  /// its name.
  public func read(_ text: ClauseText, at seq: Int) -> ClauseText {
    guard age(at: seq) > 0 else { return text }
    let labels = text.labels.map { label in
      if case .becomes(let other) = fate(of: label, at: seq) { other } else { label }
    }
    return ClauseText(
      title: text.title, labels: labels, statement: text.statement, examples: text.examples,
      counterExamples: text.counterExamples, bornFrom: text.bornFrom)
  }
}

extension GoldChange {
  /// The mark as it reads now; one that says nothing any more is no mark.
  public func read(through reading: LabelReading, at seq: Int) -> GoldChange {
    guard let mark, reading.age(at: seq) > 0 else { return self }
    guard let outcome = reading.read(mark.outcome, at: seq) else {
      return GoldChange(unmarking: unit, base: base)
    }
    return GoldChange(
      marking: unit, base: base,
      as: GoldMark(outcome: outcome, ruling: mark.ruling, guideline: mark.guideline))
  }
}

extension Event {
  /// The event with what was ruled as it reads now; what says nothing any more stays as it was.
  public func read(through reading: LabelReading) -> Event {
    guard reading.age(at: seq) > 0, case .decision(var decision) = body else { return self }
    decision.outcome = reading.read(decision.outcome, at: seq) ?? decision.outcome
    decision.first = decision.first.map { reading.read($0, at: seq) ?? $0 }
    return Event(
      seq: seq, previous: previous, hash: hash,
      draft: EventDraft(
        operation: draft.operation, at: draft.at, actor: draft.actor, isSandbox: draft.isSandbox,
        body: .decision(decision)))
  }
}
