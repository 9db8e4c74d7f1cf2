package import Screen

/// Which keys do what: the table's own keys, changed by what a key file says.
package struct Keymap: Hashable, Sendable {
  private let keys: [CommandID: [KeySequence]]

  /// The keys of the table.
  package static let standard = Keymap(.vi)

  /// The keys of a set, as they are.
  package init(_ set: KeymapSet) {
    keys = Dictionary(uniqueKeysWithValues: CommandTable.all.map { ($0.id, set.keys(of: $0)) })
  }

  /// The keys of a set with some replaced.
  ///
  /// - Parameter overrides: names of keys by the name of a command; an empty list takes its keys away.
  /// - Throws: the first thing wrong, in byte order of the commands' names.
  package init(_ set: KeymapSet = .vi, overrides: [String: [String]]) throws(KeymapError) {
    var keys = Keymap(set).keys
    let names = overrides.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names {
      guard let id = CommandID(rawValue: name) else { throw .unknownCommand(name) }
      var sequences: [KeySequence] = []
      for written in overrides[name] ?? [] {
        guard let sequence = KeySequence(name: written) else {
          throw .unknownKey(written, command: name)
        }
        if sequence.keys.contains(where: Self.isReserved), !Self.owners.contains(id) {
          throw .reservedKey(written, command: name)
        }
        sequences.append(sequence)
      }
      keys[id] = sequences
    }
    self.keys = keys
    if let conflict = conflicts.first { throw conflict }
  }

  /// The keys of a command, the first one shown.
  package func sequences(for id: CommandID) -> [KeySequence] {
    keys[id] ?? []
  }

  /// The name of the key that is shown for a command; nil where it has none.
  package func name(for id: CommandID) -> String? {
    sequences(for: id).first?.name
  }

  /// What a sequence of keys means on a screen.
  package func meaning(of typed: [Key], in scope: CommandScope) -> Meaning {
    let sequence = KeySequence(typed)
    var begins = false
    for command in CommandTable.commands(in: scope) {
      for (index, candidate) in sequences(for: command.id).enumerated() {
        if candidate == sequence { return .command(command.id, place: index) }
        begins = begins || sequence.isPrefix(of: candidate)
      }
    }
    return begins ? .unfinished : .nothing
  }

  package enum Meaning: Hashable, Sendable {
    /// A command, and which of its keys it was.
    case command(CommandID, place: Int)
    case unfinished
    case nothing
  }

  /// Every pair of commands that one screen could not tell apart, in the order of the table.
  package var conflicts: [KeymapError] {
    var found: [KeymapError] = []
    for (index, command) in CommandTable.all.enumerated() {
      for other in CommandTable.all[(index + 1)...] where command.scope.meets(other.scope) {
        for mine in sequences(for: command.id) {
          for theirs in sequences(for: other.id)
          where mine == theirs || mine.isPrefix(of: theirs) || theirs.isPrefix(of: mine) {
            found.append(.conflict(mine.name, command.id.rawValue, other.id.rawValue))
          }
        }
      }
    }
    return found
  }

  /// Terminals and shells give these a meaning of their own.
  private static func isReserved(_ key: Key) -> Bool {
    ["c", "l", "q", "s", "z"].contains { key == .control($0) }
  }

  private static let owners: Set<CommandID> = [.repaint, .suspend, .interrupt]
}

/// What is wrong with a key file.
package enum KeymapError: Error, Hashable, Sendable {
  case unknownCommand(String)
  case unknownKey(String, command: String)
  case reservedKey(String, command: String)
  case conflict(String, String, String)

  /// The commands that it is about, by the names that key files use.
  package var commands: [String] {
    switch self {
    case .unknownCommand(let name): [name]
    case .unknownKey(_, let command), .reservedKey(_, let command): [command]
    case .conflict(_, let one, let other): [one, other]
    }
  }

  /// The key that it is about; nil where it is about none.
  package var key: String? {
    switch self {
    case .unknownCommand: nil
    case .unknownKey(let key, _), .reservedKey(let key, _), .conflict(let key, _, _): key
    }
  }

  package var sentence: SafeText {
    switch self {
    case .unknownCommand(let name):
      "there is no command \(name); tiebreak keys lists them"
    case .unknownKey(let key, let command):
      "\(command): there is no key \(key); keys are written j, G, ^D, M-x, Enter, Space q"
    case .reservedKey(let key, let command):
      "\(command): \(key) belongs to the terminal; choose another key"
    case .conflict(let key, let one, let other):
      "\(key) is asked for by \(one) and by \(other); change one of them"
    }
  }
}
