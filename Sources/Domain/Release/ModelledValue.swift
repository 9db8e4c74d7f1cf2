/// What the models of annotators say of a unit that nobody ruled on: the value that is likeliest to cost
/// least, and who else says so.
public struct ModelledValue: Hashable, Sendable {
  /// Who says so.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    /// More annotators gave it than any other value.
    case majority
    /// The models of annotators say so, and no majority does: never passed off as consensus.
    case model
    /// The only annotator who was asked gave it.
    case single
  }

  public let value: Value
  /// That it is right, by the models.
  public let probability: Double
  public let source: Source
  /// The probability of each value, most likely first; those that round to nothing are left out.
  public let shares: [Share]

  public struct Share: Hashable, Sendable {
    public let value: Value
    public let probability: Double

    public init(value: Value, probability: Double) {
      self.value = value
      self.probability = probability
    }
  }

  public init(value: Value, probability: Double, source: Source, shares: [Share] = []) {
    self.value = value
    self.probability = probability
    self.source = source
    self.shares = shares
  }
}

/// What a project releases of units that nobody ruled on.
public enum ReleaseChoice: String, Sendable, CaseIterable {
  /// The likeliest value by the models of annotators, with who says so.
  case model
  /// What most ratings say; nothing where two values lead together.
  case majority
  /// Only what ratings settle by the project's threshold.
  case settled
}
