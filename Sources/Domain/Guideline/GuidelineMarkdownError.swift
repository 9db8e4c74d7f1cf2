/// Where a guideline's Markdown is not as it is written, and why.
public struct GuidelineMarkdownError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// Another line was expected here; the text says which.
    case expected(String)
    /// The line is not spelled as it is written: an escape, a number, a name.
    case notReadable
    case noFinalLineBreak
  }

  /// From 1.
  public let line: Int
  public let problem: Problem

  public init(line: Int, problem: Problem) {
    self.line = line
    self.problem = problem
  }
}
