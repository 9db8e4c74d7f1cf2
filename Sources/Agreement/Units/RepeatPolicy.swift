/// Which rating counts where an annotator rated a unit more than once.
public enum RepeatPolicy: String, Sendable, CaseIterable {
  case first
  case last
}
