import Domain

/// Gathers bindings out of `[keys]`. TOML reads `queue.next` as a table in a table; here both that
/// and `"queue.next"` are a command's id.
struct KeyBindings {
  private(set) var found: [KeyBinding] = []
  private var commands: Set<Identifier<CommandSpace>> = []
  private let problems: ProblemCollector

  private enum CommandSpace {}

  init(_ problems: ProblemCollector) {
    self.problems = problems
  }

  mutating func add(_ table: DocumentTable, below prefix: String) {
    for entry in table.entries {
      let command = prefix + entry.key
      if case .table(let inner) = entry.value.content {
        add(inner, below: command + ".")
      } else if entry.key.isEmpty {
        problems.report("a command's id is empty; write one as in queue.next", at: entry.offset)
      } else if !commands.insert(Identifier(command)).inserted {
        problems.report(
          "command \(Quotation.quoted(command)) is there already; "
            + "give all its keys in one list", at: entry.offset)
      } else {
        let keys = keys(entry.value, of: command)
        found.append(KeyBinding(command: command, place: place(entry.offset), keys: keys))
      }
    }
  }

  private func keys(_ value: DocumentValue, of command: String) -> [KeyBinding.Key] {
    if case .list(let list) = value.content {
      return list.elements.compactMap { key($0, of: command) }
    }
    return key(value, of: command).map { [$0] } ?? []
  }

  private func key(_ value: DocumentValue, of command: String) -> KeyBinding.Key? {
    let help = "write a key as in \"n\", or several as in [\"n\", \"Tab\"]"
    guard case .text(let text) = value.content else {
      problems.report(
        "the key of \(Quotation.quoted(command)) is \(value.kind); \(help)", at: value.offset)
      return nil
    }
    guard !text.isEmpty else {
      problems.report(
        "the key of \(Quotation.quoted(command)) is empty; \(help)", at: value.offset)
      return nil
    }
    return KeyBinding.Key(text: text, place: place(value.offset))
  }

  private func place(_ offset: Int) -> SourcePlace {
    problems.source.place(at: offset)
  }
}
