/// How the labels of a set, or numbers, relate to each other.
public enum Scale: String, Sendable, CaseIterable {
  case nominal
  case ordinal
  case interval
  case ratio
  /// Values are sets of labels.
  case set
}
