public import Domain

/// One text with the spans that each annotator marked in it.
public struct SpanContinuum: Equatable, Sendable {
  /// Where the text begins and ends, in the unit of the spans' offsets.
  public let bounds: Range<Int>
  /// The spans of each annotator; an empty list is "nothing here".
  public let answers: [[Domain.Span]]

  public init(bounds: Range<Int>, answers: [[Domain.Span]]) {
    self.bounds = bounds
    self.answers = answers
  }

  /// A text of unknown length: it is taken to end where the last span does. Spans without a character
  /// say nothing about it; some tools export one at −1 for "nothing here".
  public init(answers: [[Domain.Span]]) {
    let spans = answers.joined().filter { $0.start < $0.end }
    let start = spans.reduce(0) { min($0, $1.start) }
    let end = spans.reduce(start) { max($0, $1.end) }
    self.init(bounds: start..<end, answers: answers)
  }
}
