package import Screen

/// The keys one starts from, before a key file changes some.
package enum KeymapSet: String, CaseIterable, Hashable, Sendable {
  /// The table's own: `j k g G ^D ^U`.
  case vi
  /// Movement, search and undo as in Emacs; letters that do something stay what they are.
  case emacs

  /// The keys of a command in this set, the first one shown.
  package func keys(of command: ScreenCommand) -> [KeySequence] {
    guard self == .emacs, let names = Self.emacsKeys[command.id] else { return command.keys }
    return names.compactMap { KeySequence(name: $0) }
  }

  /// `^S` belongs to terminals, so searching is `M-s`; `^G` is Esc everywhere.
  private static let emacsKeys: [CommandID: [String]] = [
    .palette: ["M-x", ":"],
    .undo: ["^_", "z"],
    .next: ["^N", "Down"], .previous: ["^P", "Up"],
    .first: ["M-<", "Home"], .last: ["M->", "End"],
    .pageDown: ["^V", "PgDn"], .pageUp: ["M-v", "PgUp"],
    .find: ["M-s", "/"], .findNext: ["M-n"], .findPrevious: ["M-p"],
    .lineDown: ["^N", "Down"], .lineUp: ["^P", "Up"],
    .scrollDown: ["^V", "PgDn"], .scrollUp: ["M-v", "PgUp"],
    .textStart: ["M-<", "Home"], .textEnd: ["M->", "End"],
    .nextItem: ["M-n", "J"], .previousItem: ["M-p", "K"],
  ]
}
