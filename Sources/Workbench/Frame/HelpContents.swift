import Screen

/// What help lists: the commands of a screen by group, those that cannot be used now last.
struct HelpContents {
  struct Entry: Hashable {
    let id: CommandID
    let keys: String
    let help: String
    let reason: SafeText?
  }

  struct Group: Hashable {
    let title: String
    let entries: [Entry]
    var signs: [HelpSigns.Sign] = []
  }

  let groups: [Group]
  /// The commands that were found, where something is being looked for.
  let matches: [Entry]

  init(_ model: Model, find: String) {
    let needle = find.lowercased()
    let all = Self.entries(model)
    matches = all.map(\.entry).filter {
      needle.isEmpty || $0.help.lowercased().contains(needle)
        || $0.keys.lowercased().contains(needle) || $0.id.rawValue.contains(needle)
    }
    let found = Set(matches.map(\.id))
    let usable = all.filter { found.contains($0.entry.id) && $0.entry.reason == nil }
    var groups = CommandGroup.allCases.map { group in
      Group(
        title: group == .program ? "everywhere" : group.rawValue,
        entries: Self.paired(usable.filter { $0.group == group }.map(\.entry)))
    }
    let unusable = Self.paired(
      all.map(\.entry).filter { found.contains($0.id) && $0.reason != nil })
    groups.append(Group(title: "not now", entries: unusable))
    let others = HelpSigns.groups(model).map { group in
      let signs = group.signs.filter {
        needle.isEmpty || $0.text.lowercased().contains(needle)
          || $0.glyph.plain.lowercased().contains(needle)
      }
      return Group(title: group.title, entries: [], signs: signs)
    }
    // What is hidden comes first: it is what somebody asks who misses something.
    groups =
      others.filter { $0.title == HelpSigns.hiddenTitle } + groups
      + others.filter { $0.title != HelpSigns.hiddenTitle }
    self.groups = groups.filter { !$0.entries.isEmpty || !$0.signs.isEmpty }
  }

  private struct Grouped {
    let entry: Entry
    let group: CommandGroup
  }

  private static func entries(_ model: Model) -> [Grouped] {
    CommandTable.commands(in: model.scope).compactMap { command in
      let names = model.start.keymap.sequences(for: command.id).map(\.name)
      guard !names.isEmpty else { return nil }
      let keys = command.id == .adopt ? "1-9" : names.prefix(2).joined(separator: " ")
      return Grouped(
        entry: Entry(
          id: command.id, keys: keys, help: command.help,
          reason: model.unavailable(command.id)),
        group: command.group)
    }
  }

  /// Movements that mirror each other share a row: `j k  line`.
  private static func paired(_ entries: [Entry]) -> [Entry] {
    var rest = entries
    for pair in pairs {
      guard let first = rest.firstIndex(where: { $0.id == pair.first }),
        let second = rest.firstIndex(where: { $0.id == pair.second })
      else { continue }
      let keys = [rest[first].keys, rest[second].keys].map { keys in
        String(keys.prefix { $0 != " " })
      }.joined(separator: " ")
      rest[first] = Entry(id: pair.first, keys: keys, help: pair.help, reason: rest[first].reason)
      rest.remove(at: second)
    }
    return rest
  }

  private struct Pair {
    let first: CommandID
    let second: CommandID
    let help: String
  }

  private static let pairs = [
    Pair(first: .next, second: .previous, help: "row down, up"),
    Pair(first: .first, second: .last, help: "first, last row"),
    Pair(first: .halfDown, second: .halfUp, help: "half a page"),
    Pair(first: .pageDown, second: .pageUp, help: "a page"),
    Pair(first: .findNext, second: .findPrevious, help: "next match, or before"),
    Pair(first: .nextQuestion, second: .previousQuestion, help: "next question, before"),
    Pair(first: .nextItem, second: .previousItem, help: "next, previous item"),
    Pair(first: .lineDown, second: .lineUp, help: "line down, up"),
    Pair(first: .scrollDown, second: .scrollUp, help: "half a page"),
    Pair(first: .textStart, second: .textEnd, help: "start, end of the text"),
  ]
}
