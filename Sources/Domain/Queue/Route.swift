/// Who is to rule on what: the first route whose condition holds.
public struct Route: Hashable, Sendable {
  public let when: Limit
  public let to: [RouteTarget]
  public let blind: Blinding?
  /// The share of its units that gets a second, independent ruling, in [0, 1].
  public let twice: Number?

  public init(when: Limit, to: [RouteTarget], blind: Blinding? = nil, twice: Number? = nil) {
    self.when = when
    self.to = to
    self.blind = blind
    self.twice = twice
  }

  /// Whether `member` is among those it names.
  public func names(_ member: Member) -> Bool {
    to.contains { target in
      switch target {
      case .role(let role): member.holds(role)
      case .member(let id): member.id == id
      }
    }
  }
}

/// A role (`@lead`) or a member.
public enum RouteTarget: Hashable, Sendable {
  case role(MemberRole)
  case member(MemberID)

  /// - Returns: nil for `@` before a word that is no role.
  public init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "@") else {
      self = .member(MemberID(text))
      return
    }
    guard let role = MemberRole(rawValue: String(text.dropFirst())) else { return nil }
    self = .role(role)
  }

  public var text: String {
    switch self {
    case .role(let role): "@" + role.rawValue
    case .member(let id): id.text
    }
  }
}
