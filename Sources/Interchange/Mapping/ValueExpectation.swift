public import Domain

/// What values are admissible for a question.
public struct ValueExpectation: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Tables: one label a cell. Label Studio: whatever stands there.
    case asFound = "as_found"
    case label
    /// Labels of one cell are parted by `|`.
    case labels
    case number
    case text
  }

  public var kind: Kind
  /// The closed set of labels; nil admits every label.
  public var labels: [LabelID]?

  public init(kind: Kind = .asFound, labels: [LabelID]? = nil) {
    self.kind = kind
    self.labels = labels
  }
}
