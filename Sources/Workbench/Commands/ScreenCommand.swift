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

/// Where a command applies.
package enum CommandScope: String, CaseIterable, Hashable, Sendable {
  case everywhere
  case queue
  case item

  /// Whether two commands of these scopes can be reached from one screen.
  package func meets(_ other: CommandScope) -> Bool {
    self == other || self == .everywhere || other == .everywhere
  }
}

/// Under which heading help lists a command.
package enum CommandGroup: String, CaseIterable, Hashable, Sendable {
  case decide
  case sayWhy = "say why"
  case choose
  case look
  case move
  case program
}

/// What may follow a command's word.
package enum ArgumentKind: Hashable, Sendable {
  case none
  case limit
  case order
  case item
  case label
  case theme
  case path
  case text
}
