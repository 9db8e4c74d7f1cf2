package import Domain
package import Screen

/// A line that is being typed in the last row.
package struct Prompt: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    case command
    case limit
    case order
    case group
    case find
    /// A reason; then the verdict it was asked for.
    case reason(then: Outcome?)
    case note
    case comment
    /// Why the open item's ruling is not to stand.
    case reopen
    /// A label, of all that are admissible.
    case label
    case number
    /// What to rule on everything that is tagged.
    case apply
    case importFile
    /// Where what a command writes is to stand.
    case path(for: CommandID)
    /// A new file.
    case write
    /// Which earlier ruling is meant.
    case precedent(PrecedentUse)
    /// Why it is another case than the ruling at this place of the log.
    case distinguish(Int)
    /// A clause that is in force.
    case cite
    /// What the open item is to be an example of.
    case clauseFrom
    /// Labels that a clause concerns; asked again until Esc.
    case clauseLabels
    /// The name of a new policy.
    case policyName
    /// A command that the open item is given to.
    case pipe

    var isReason: Bool {
      if case .reason = self { true } else { false }
    }
  }

  package let purpose: Purpose
  package var editor: LineEditor
  /// The choice under the bar, where there are some.
  package var selected = 0
  /// Whether the bar was moved by hand: then Enter takes what is under it.
  package var hasMoved = false
  /// How far back in the history the text is from; nil where it was typed.
  package var recalled: Int?
  /// What is wrong, and with which byte of the text.
  package var problem: Problem?

  package init(_ purpose: Purpose, _ text: String = "") {
    self.purpose = purpose
    editor = LineEditor(text)
  }

  /// After the text was changed: what was chosen, recalled or wrong is no more.
  mutating func forgetMoves() {
    selected = 0
    hasMoved = false
    recalled = nil
    problem = nil
  }

  /// Under which lines are remembered; nil where they are not.
  var historyKind: PromptHistory.Kind? {
    switch purpose {
    case .command: .command
    case .limit: .limit
    case .find: .find
    default: nil
    }
  }

  /// The choice that a digit names by its place, where choices are numbered and nothing is typed yet.
  func place(named key: Key, among choices: [PromptChoice]) -> Int? {
    guard editor.text.isEmpty, case .character(let character) = key else { return nil }
    let name = SafeText(String(character))
    return choices.firstIndex { $0.isNumbered && $0.key == name }
  }

  package struct Problem: Hashable, Sendable {
    package let sentence: String
    package let offset: Int?

    package init(sentence: String, offset: Int?) {
      self.sentence = sentence
      self.offset = offset
    }
  }
}
