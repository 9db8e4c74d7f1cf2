/// One figure that a release is held against.
public struct GateCheck: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case tierSettled(TierID)
    case open
    case escalated
    case doubted
    case flagged
    case alpha
    case lowestLabel
    case ruledByOne
    case ambiguous
    case single
    /// How right the release is at least, by the newest audit.
    case audit
    /// The log verifies to its head.
    case log
    /// `tiebreak.toml` says what is in force.
    case settings
    /// The project knows who acts: it is no sandbox.
    case identity
  }

  public enum Figure: Hashable, Sendable {
    case share(Double)
    case coefficient(Double, low: Double?)
    case count(Int)
    /// Whether it is as it must be.
    case holds(Bool)
    /// Why there is none.
    case undefined(String)
  }

  /// What the figure must reach, or must not go beyond.
  public enum Bar: Hashable, Sendable {
    case atLeast(Double)
    case atMost(Double)
    /// It must simply be so.
    case must
  }

  public enum State: String, Hashable, Sendable {
    case passes
    /// It passes, and not by much.
    case close
    case fails
    /// Nobody asked for anything.
    case noBar = "no_bar"
  }

  public let kind: Kind
  public let figure: Figure
  public let bar: Bar?
  public let state: State
  /// Which label, member or question it is about.
  public let subject: Subject?
  /// How many units are behind it, where units are.
  public let units: Int?

  public enum Subject: Hashable, Sendable {
    case value(Value)
    case member(MemberID)
    case question(QuestionID)
  }

  public init(
    _ kind: Kind, _ figure: Figure, _ bar: Bar?, subject: Subject? = nil, units: Int? = nil
  ) {
    self.kind = kind
    self.figure = figure
    self.bar = bar
    self.subject = subject
    self.units = units
    state = Self.state(figure, bar)
  }

  private static func state(_ figure: Figure, _ bar: Bar?) -> State {
    guard let bar else { return .noBar }
    switch (figure, bar) {
    case (.holds(let holds), _): return holds ? .passes : .fails
    case (.undefined, _): return .fails
    case (.coefficient(let value, let low), .atLeast(let least)):
      if value < least { return .fails }
      return (low ?? value) < least ? .close : .passes
    case (.coefficient(let value, _), .atMost(let most)), (.share(let value), .atMost(let most)):
      if value > most { return .fails }
      return value > 0 && value >= 0.8 * most ? .close : .passes
    case (.share(let value), .atLeast(let least)): return value < least ? .fails : .passes
    case (.count(let value), .atLeast(let least)): return Double(value) < least ? .fails : .passes
    case (.count(let value), .atMost(let most)):
      if Double(value) > most { return .fails }
      return value > 0 && Double(value) >= 0.8 * most ? .close : .passes
    case (.coefficient, .must), (.share, .must), (.count, .must): return .passes
    }
  }

  /// Which units are behind it, in the language of limits; nil where none are.
  public var limit: Limit? {
    let terms: [Limit.Term]
    switch kind {
    case .tierSettled(let tier): terms = [Limit.Term(.tier(tier))]
    case .open: terms = [Limit.Term(.status(.open))]
    case .escalated: terms = [Limit.Term(.status(.escalated))]
    case .doubted: terms = [Limit.Term(.status(.doubted))]
    case .flagged: terms = [Limit.Term(.flag)]
    case .audit: terms = [Limit.Term(.drawn)]
    case .single: terms = [Limit.Term(.status(.single))]
    case .lowestLabel:
      guard case .value(.label(let label)) = subject else { return nil }
      terms = [Limit.Term(.label(label))]
    case .alpha, .ruledByOne, .ambiguous, .log, .settings, .identity: return nil
    }
    return Limit(terms: terms)
  }
}
