package import Screen

/// One row of the command table: hints, palette, help, README and key files follow from it.
package struct ScreenCommand: Hashable, Sendable {
  package let id: CommandID
  /// What one types after `:`.
  package let word: String
  /// One or two words, for the last row.
  package let title: String
  /// One line.
  package let help: String
  package let group: CommandGroup
  package let scope: CommandScope
  /// The keys where no key file says otherwise, the first one shown.
  package let keys: [KeySequence]
  package let argument: ArgumentKind
  /// Whether it asks before it does anything.
  package let isDangerous: Bool

  package init(
    _ id: CommandID, _ word: String, _ title: String, _ help: String, _ group: CommandGroup,
    _ scope: CommandScope, keys: [String], argument: ArgumentKind = .none,
    isDangerous: Bool = false
  ) {
    self.id = id
    self.word = word
    self.title = title
    self.help = help
    self.group = group
    self.scope = scope
    self.keys = keys.compactMap { KeySequence(name: $0) }
    self.argument = argument
    self.isDangerous = isDangerous
  }
}

/// Where a command applies: one screen or several.
package struct CommandScope: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let queue = CommandScope(rawValue: 1)
  package static let item = CommandScope(rawValue: 2)
  package static let heatMap = CommandScope(rawValue: 4)
  package static let annotators = CommandScope(rawValue: 8)
  package static let log = CommandScope(rawValue: 16)
  package static let guideline = CommandScope(rawValue: 32)
  package static let release = CommandScope(rawValue: 64)
  package static let clause = CommandScope(rawValue: 128)

  /// Everything that has rows.
  package static let lists: CommandScope = [
    .queue, .heatMap, .annotators, .log, .guideline, .release, .clause,
  ]

  package static let everywhere: CommandScope = [.lists, .item]

  /// Whether two commands of these scopes can be reached from one screen.
  package func meets(_ other: CommandScope) -> Bool {
    !isDisjoint(with: other)
  }

  /// The screens in a few words: `queue, log`.
  package var name: String {
    if self == .everywhere { return "everywhere" }
    if self == .lists { return "lists" }
    return Place.allCases.filter { contains($0.scope) }.map(\.rawValue).joined(separator: ", ")
  }
}

/// Under which heading help lists a command.
package enum CommandGroup: String, CaseIterable, Hashable, Sendable {
  case decide
  case sayWhy = "say why"
  case choose
  case look
  case move
  case places
  case program
}

/// What may follow a command's word.
package enum ArgumentKind: Hashable, Sendable {
  case none
  case limit
  /// The name of a limit that was saved.
  case savedLimit
  case order
  case grouping
  case item
  case label
  case theme
  case path
  case text
  /// One of what a heat map can be.
  case heatMap
  case people
  /// A clause that is in force.
  case clause
}
