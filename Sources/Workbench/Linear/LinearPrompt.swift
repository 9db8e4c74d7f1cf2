import Screen

/// A line that is being typed.
package struct LinearPrompt: Hashable, Sendable {
  /// What stands before the text: `limit> `.
  package let sign: String
  /// Which keys work.
  package let help: String
  /// The text, safe to print.
  package let text: String
  /// The choice that Tab or Enter takes, with its place: `2 of 6: gain, most first`.
  package let choice: String
  /// Counts moves among the choices, so that they are told and typing stays quiet.
  package let selected: Int
  package let problem: String

  init(_ prompt: Prompt, _ model: Model) {
    let choices = PromptChoices(prompt, model)
    let panel = PromptPanel(prompt, model)
    let name = Spoken.line(panel.sign)
    sign = (name == ":" ? "command" : name == "/" ? "find" : name) + "> "
    let keys = panel.note(true).plain.split(separator: " ").joined(separator: " ")
    let offered =
      choices.total > 0
      ? "\(Spoken.line(choices.title)), \(choices.total); Down and Up tell them. " : ""
    help = offered + keys
    text = SafeText.line(prompt.editor.text)
    selected = prompt.selected
    problem = prompt.problem.map { Spoken.line(SafeText($0.sentence)) } ?? ""
    guard choices.choices.indices.contains(prompt.selected) else {
      choice = choices.total > 0 ? "nothing begins like this" : ""
      return
    }
    let chosen = choices.choices[prompt.selected]
    let reason = chosen.unavailable.map { "not now: " + Spoken.line($0) } ?? ""
    choice =
      "\(prompt.selected + 1) of \(choices.choices.count): "
      + Spoken.list([chosen.name.plain, Spoken.line(chosen.detail), reason])
  }
}
