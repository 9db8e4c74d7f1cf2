/// One person's keys, `$XDG_CONFIG_HOME/tiebreak/keys.toml`, as they are written. What commands and
/// keys there are is checked where they are known, with `problem(_:at:)` for the answer.
package struct KeySettings: Hashable, Sendable {
  /// The name of a set of keys to start from, where the file names one. Whether there is such a set is
  /// checked where sets are known.
  package let set: KeyBinding.Key?
  /// In the order of the file; every command once.
  package let bindings: [KeyBinding]
  private let file: String

  /// - Parameters:
  ///   - text: the whole of the file: `set = "emacs"` where another set is wanted; `[keys]`, then
  ///     `list.next = "n"` or `"list.next" = ["n", "Tab"]`.
  ///   - file: its name in messages.
  /// - Throws: every problem at once, in the order of the file.
  package static func read(
    _ text: String, file: String
  ) throws(ConfigurationError) -> KeySettings {
    let document = try Document.read(text, file: file)
    let problems = ProblemCollector(document.source)
    let root = RootReader(document, tables: ["keys"], values: ["set"], problems: problems)
    let set = root.text("set")
    var bindings = KeyBindings(problems)
    if let table = root.plainTable("keys", form: "[keys]") { bindings.add(table, below: "") }
    try problems.throwIfAny()
    return KeySettings(
      set: set.map {
        KeyBinding.Key(text: $0.content, place: document.source.place(at: $0.offset))
      }, bindings: bindings.found, file: file)
  }

  /// A problem of this file that only its user can see: no such command, no such key, a key given
  /// twice.
  package func problem(_ message: String, at place: SourcePlace) -> ConfigurationProblem {
    ConfigurationProblem(file: file, line: place.line, column: place.column, message: message)
  }
}
