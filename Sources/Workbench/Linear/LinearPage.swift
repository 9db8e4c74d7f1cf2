/// What somebody who listens is told of a screen, in the order in which it is told.
package struct LinearPage: Hashable, Sendable {
  /// A text of which a stretch of lines is being read.
  package struct Passage: Hashable, Sendable {
    /// The place of the first line in the whole text, from 0.
    package let start: Int
    package let lines: [String]
    /// What reads on; nil where the text is at its end.
    package let more: String?
  }

  /// What is being asked for.
  package enum Asking: Hashable, Sendable {
    case prompt(LinearPrompt)
    /// A question or a refusal, in one line.
    case line(String)
  }

  /// Where one is: `queue`, `item 1127`.
  package var place = ""
  package var sentence = ""
  /// What Enter does, or how the votes fell.
  package var advice = ""
  package var passage: Passage?
  /// What else holds of it, in a word: flagged, tagged.
  package var states: [String] = []
  /// What belongs to it, a line each: values that compete, evidence.
  package var parts: [String] = []
  /// The lines of a screen that has no words of its own.
  package var drawn: [String] = []
  /// The row under the cursor.
  package var position = ""
  /// What floats over the screen.
  package var overlay: [String] = []
  package var asking: Asking?
  package var notice = ""
  /// How far a long piece of work has come.
  package var work = ""
  /// Whether it is about to be replaced: then only what was done is worth telling.
  package var isPassing = false

  package init() {}
}
