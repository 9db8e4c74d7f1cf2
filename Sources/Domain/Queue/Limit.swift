/// A condition on units, in the language of `l`, `--limit` and a route's `when`:
/// `label:car agree<0.6 slice.lang:en note:* by:A3 age>2d -flag:* "some words"`.
///
/// All terms must hold. A term with `-` in front must not.
public struct Limit: Hashable, Sendable {
  public let terms: [Term]

  /// Holds for every unit.
  public static let all = Limit(terms: [])

  public init(terms: [Term]) {
    self.terms = terms
  }

  /// Whether it speaks of where units stand, and so looks beyond the queue.
  public var widensBeyondQueue: Bool {
    terms.contains { term in
      switch term.condition {
      case .status, .anyStatus, .ruled: true
      default: false
      }
    }
  }

  public struct Term: Hashable, Sendable {
    public let condition: Condition
    public let isNegated: Bool

    public init(_ condition: Condition, isNegated: Bool = false) {
      self.condition = condition
      self.isNegated = isNegated
    }
  }

  public enum Condition: Hashable, Sendable {
    /// Some rating has this label.
    case label(LabelID)
    /// Both labels are among the ratings: `pair:car/van`.
    case pair(LabelID, LabelID)
    case agreement(Comparison, Number)
    case gain(Comparison, Number)
    case ratings(Comparison, Int)
    /// Days since the batch that last touched the unit.
    case age(Comparison, Int)
    /// `slice.lang:en`; `*` for any value.
    case slice(key: String, value: Pattern)
    /// Some rating has a note that contains this.
    case note(Pattern)
    /// This annotator rated it.
    case by(AnnotatorID)
    case tier(TierID)
    case question(QuestionID)
    case item(Pattern)
    case flag
    /// An audit drew it and waits for its ruling: `audit:*`.
    case drawn
    case tag
    case status(UnitStatus)
    /// This puts its ruling in doubt: `doubt:ratings`; `*`, nil, for anything.
    case doubt(DoubtCause.Kind?)
    /// Position of the route that sends it, from 1.
    case route(Int)
    /// The payload contains this, without regard to case.
    case text(String)
    /// Some rating that counts gives exactly this value, by its name: `value:"a, b"`.
    case value(LabelID)
    /// Two or more ratings that count give exactly this value.
    case twice(LabelID)
    /// This annotator's rating that counts gives this value: `said:A3/refund`.
    case said(AnnotatorID, LabelID)
    /// Both rated it, and not alike: `disagree:A3/B2`.
    case disagree(AnnotatorID, AnnotatorID)
    /// All others, two or more, agree on something else than this annotator.
    case alone(AnnotatorID)
    /// A ruling that stands gives this value; `*`, nil, for any.
    case ruled(LabelID?)
    /// The latest rating that counts came with this batch.
    case batch(Int)
    /// The latest rating that counts and says when was given in this week; `*`, nil, for any.
    case week(Week?)
    /// The latest rating that counts was given under this version of the guideline: `version:3`; 0 for
    /// those before the first.
    case version(Int)
    /// `status:*`: holds for every unit, settled ones too.
    case anyStatus
  }

  public enum Comparison: String, Hashable, Sendable {
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="
    case equal = "="

    public func holds<Quantity: Comparable>(_ left: Quantity, _ right: Quantity) -> Bool {
      switch self {
      case .below: left < right
      case .atMost: left <= right
      case .above: left > right
      case .atLeast: left >= right
      case .equal: left == right
      }
    }
  }

  /// `*`, or a piece of text that must occur (case of ASCII letters plays no part).
  public enum Pattern: Hashable, Sendable {
    case any
    case containing(String)

    public init(_ text: String) {
      self = text == "*" ? .any : .containing(text)
    }

    public var text: String {
      switch self {
      case .any: "*"
      case .containing(let text): text
      }
    }
  }
}
