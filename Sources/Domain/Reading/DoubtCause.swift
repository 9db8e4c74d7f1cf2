/// What puts a ruling in doubt that stands.
public enum DoubtCause: Hashable, Sendable {
  /// A version of the guideline, by its number.
  case version(Int)
  /// A migration that split or retired a label of it, by its position in the log.
  case migration(seq: Int)
  /// Ratings that its unit got after it was made, by the batch that brought them.
  case ratings(batch: Int)

  /// Which kind of cause it is, in the words of limits.
  public enum Kind: String, Sendable, CaseIterable {
    case ratings
    case version
    case migration
  }

  /// Whether this is told, and acted on, of a ruling that `other` puts in doubt as well.
  ///
  /// A ruling whose label is gone does not get better by anything else; words that changed ask for more
  /// than votes, which are on screen anyway. Of one kind it is the newest. So what is told does
  /// not depend on the order in which causes of different kinds came.
  public func outranks(_ other: DoubtCause?) -> Bool {
    other.map { $0.kind.weight <= kind.weight } ?? true
  }

  /// Whether the ruling can be given again as it was: not where its label is gone.
  public var isKeepable: Bool {
    if case .migration = self { false } else { true }
  }

  public var kind: Kind {
    switch self {
    case .version: .version
    case .migration: .migration
    case .ratings: .ratings
    }
  }
}

extension DoubtCause.Kind {
  fileprivate var weight: Int {
    switch self {
    case .ratings: 0
    case .version: 1
    case .migration: 2
    }
  }
}
