/// What a model of annotators is to make of a unit.
public enum UnitStanding: Hashable, Sendable {
  /// Nobody ruled on it: its votes count by what the model thinks of it.
  case open
  /// Ruled: this label, by its code, is the truth.
  case ruled(Int32)
  /// Ruled "ambiguous", "none of these", "not annotatable" or "outside the guideline": no label is its
  /// truth, so it teaches nothing about anybody, and it does not wait.
  case outside
  /// Its ruling is in doubt: it teaches nothing until somebody confirms it, and it waits.
  case doubted
}
