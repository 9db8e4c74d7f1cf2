/// What has to be right for a span to count as correct (SemEval-2013 task 9.1).
public enum MUCScheme: String, Sendable, CaseIterable {
  /// Borders and label.
  case strict
  /// Borders, whatever the label.
  case exact
  /// Borders; an overlap counts half, whatever the label.
  case partial
  /// The label, where spans overlap.
  case type
}
