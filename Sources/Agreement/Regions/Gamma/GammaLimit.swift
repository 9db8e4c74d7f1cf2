/// How much work the search for best alignments may do before it says that it does not know.
public struct GammaLimit: Equatable, Sendable {
  /// Candidates for one text.
  public let candidates: Int
  /// Steps of branch and bound for one component of a text.
  public let steps: Int
  /// Random texts for one text.
  public let samples: Int
  /// Texts of one question.
  public let texts: Int

  public init(
    candidates: Int = 20_000, steps: Int = 100_000, samples: Int = 1000, texts: Int = 500
  ) {
    self.candidates = candidates
    self.steps = steps
    self.samples = samples
    self.texts = texts
  }
}
