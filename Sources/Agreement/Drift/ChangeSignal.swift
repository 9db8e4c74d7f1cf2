/// Which way a series has moved.
public enum ChangeSignal: String, Sendable, CaseIterable {
  case increase
  case decrease
}
