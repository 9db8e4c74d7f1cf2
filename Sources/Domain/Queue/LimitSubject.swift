/// What a limit is held against: the facts about one unit that do not change by looking at it.
public struct LimitSubject: Sendable {
  public var unit: UnitID
  public var labels: [LabelID] = []
  public var agreement: Number?
  public var gain: Number?
  public var ratings = 0
  public var ageInDays = 0
  public var slices: [Slice] = []
  public var notes: [String] = []
  public var annotators: [AnnotatorID] = []
  public var tier: TierID?
  public var isFlagged = false
  public var isDrawn = false
  public var isTagged = false
  public var status = UnitStatus.unrated
  /// What puts its ruling in doubt.
  public var doubt: DoubtCause.Kind?
  public var route: Int?
  public var text = ""
  /// The name of the value of each rating that counts.
  public var votes: [LabelID] = []
  /// Those of them whose annotator is known; one an annotator.
  public var said: [Said] = []
  /// The name of the value that was ruled and stands.
  public var ruled: LabelID?
  /// Of the latest rating that counts.
  public var lastBatch: Int?
  public var week: Week?
  public var version: Int?

  /// What one annotator said.
  public struct Said: Hashable, Sendable {
    public let annotator: AnnotatorID
    /// The name of the value.
    public let value: LabelID

    public init(_ annotator: AnnotatorID, _ value: LabelID) {
      self.annotator = annotator
      self.value = value
    }
  }

  public init(unit: UnitID) {
    self.unit = unit
  }
}

extension Limit {
  /// Whether every term holds for `subject`. O(length of its texts).
  public func matches(_ subject: LimitSubject) -> Bool {
    terms.allSatisfy { $0.condition.holds(for: subject) != $0.isNegated }
  }
}

extension Limit.Condition {
  func holds(for subject: LimitSubject) -> Bool {
    switch self {
    case .label(let label): subject.labels.contains(label)
    case .pair(let a, let b): subject.labels.contains(a) && subject.labels.contains(b)
    case .agreement(let comparison, let number):
      subject.agreement.map { comparison.holds($0, number) } ?? false
    case .gain(let comparison, let number):
      subject.gain.map { comparison.holds($0, number) } ?? false
    case .ratings(let comparison, let count): comparison.holds(subject.ratings, count)
    case .age(let comparison, let days): comparison.holds(subject.ageInDays, days)
    case .slice(let key, let value):
      subject.slices.contains { $0.key.utf8.elementsEqual(key.utf8) && value.isWhole($0.value) }
    case .note(let pattern): subject.notes.contains { pattern.occurs(in: $0) }
    case .by(let annotator): subject.annotators.contains(annotator)
    case .tier(let tier): subject.tier == tier
    case .question(let question): subject.unit.question == question
    case .item(let pattern): pattern.occurs(in: subject.unit.item.text)
    case .flag: subject.isFlagged
    case .drawn: subject.isDrawn
    case .tag: subject.isTagged
    case .status(let status): subject.status == status
    case .doubt(let kind): subject.doubt.map { kind == nil || $0 == kind } ?? false
    case .route(let number): subject.route == number
    case .text(let text): Limit.Pattern.containing(text).occurs(in: subject.text)
    case .value(let value): subject.votes.contains(value)
    case .twice(let value): subject.votes.count { $0 == value } > 1
    case .said(let annotator, let value):
      subject.said.contains(LimitSubject.Said(annotator, value))
    case .disagree(let one, let other): subject.differ(one, other)
    case .alone(let annotator): subject.stands(alone: annotator)
    case .ruled(let value): subject.ruled.map { value == nil || $0 == value } ?? false
    case .batch(let number): subject.lastBatch == number
    case .week(let week): subject.week.map { week == nil || $0 == week } ?? false
    case .version(let version): subject.version == version
    case .anyStatus: true
    }
  }
}

extension LimitSubject {
  fileprivate func differ(_ one: AnnotatorID, _ other: AnnotatorID) -> Bool {
    guard let first = value(of: one), let second = value(of: other) else { return false }
    return first != second
  }

  fileprivate func stands(alone annotator: AnnotatorID) -> Bool {
    guard let own = value(of: annotator), votes.count > 2,
      let other = votes.first(where: { $0 != own })
    else { return false }
    return votes.count { $0 == other } == votes.count - 1
  }

  private func value(of annotator: AnnotatorID) -> LabelID? {
    said.first { $0.annotator == annotator }?.value
  }
}

extension Limit.Pattern {
  /// Whether the pattern is `*` or occurs in `text`; ASCII letters match in either case.
  public func occurs(in text: String) -> Bool {
    switch self {
    case .any: !text.isEmpty
    case .containing(let piece):
      ASCIIFold.contains(Array(text.utf8), Array(piece.utf8))
    }
  }

  /// Whether the pattern is `*` or is the whole of `text`.
  func isWhole(_ text: String) -> Bool {
    switch self {
    case .any: true
    case .containing(let whole): whole.utf8.elementsEqual(text.utf8)
    }
  }
}

/// Comparison of bytes in which ASCII letters match in either case.
enum ASCIIFold {
  static func contains(_ text: [UInt8], _ piece: [UInt8]) -> Bool {
    guard !piece.isEmpty else { return true }
    guard text.count >= piece.count else { return false }
    let first = fold(piece[0])
    for start in 0...(text.count - piece.count) where fold(text[start]) == first {
      if zip(text[start...], piece).allSatisfy({ fold($0) == fold($1) }) { return true }
    }
    return false
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
