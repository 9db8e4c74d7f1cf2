/// All commands, in the order in which help lists them.
package enum CommandTable {
  package static let all = everywhere + queue + itemVerdicts + itemViews

  package static func command(_ id: CommandID) -> ScreenCommand {
    all.first { $0.id == id }
      ?? ScreenCommand(id, id.rawValue, id.rawValue, "", .program, .everywhere, keys: [])
  }

  /// The commands that can be reached from a screen.
  package static func commands(in scope: CommandScope) -> [ScreenCommand] {
    all.filter { $0.scope.meets(scope) }
  }

  private static let everywhere: [ScreenCommand] = [
    ScreenCommand(
      .palette, "command", "command", "type a command", .program, .everywhere, keys: [":"]),
    ScreenCommand(
      .help, "help", "help", "the keys of this screen", .program, .everywhere, keys: ["?"]),
    ScreenCommand(
      .places, "places", "places", "other places", .program, .everywhere, keys: ["Space"]),
    ScreenCommand(
      .undo, "undo", "undo", "take back the last ruling", .decide, .everywhere, keys: ["z"]),
    ScreenCommand(
      .theme, "theme", "theme", "choose a theme", .program, .everywhere, keys: [],
      argument: .theme),
    ScreenCommand(
      .repaint, "repaint", "repaint", "draw the screen anew", .program, .everywhere, keys: ["^L"]),
    ScreenCommand(
      .suspend, "suspend", "suspend", "suspend, fg comes back", .program, .everywhere,
      keys: ["^Z"]),
    ScreenCommand(
      .interrupt, "leave", "leave", "ask whether to quit", .program, .everywhere, keys: ["^C"],
      isDangerous: true),
    ScreenCommand(
      .quit, "quit", "quit", "quit; everything is saved", .program, .everywhere, keys: []),
  ]

  private static let queue: [ScreenCommand] = [
    ScreenCommand(
      .open, "open", "open", "open the item", .choose, .queue,
      keys: ["Enter"], argument: .item),
    ScreenCommand(
      .tag, "tag", "tag", "tag the row, or untag it", .choose, .queue, keys: ["t"]),
    ScreenCommand(
      .apply, "apply", "do to tagged", "rule on all tagged", .choose, .queue, keys: [";"],
      argument: .label, isDangerous: true),
    ScreenCommand(.untag, "untag", "untag all", "untag everything", .choose, .queue, keys: ["T"]),
    ScreenCommand(
      .flag, "flag", "flag", "flag it, or lower the flag", .choose, .queue,
      keys: ["f"]),
    ScreenCommand(
      .limit, "limit", "limit", "limit the list", .look, .queue, keys: ["l"],
      argument: .limit),
    ScreenCommand(
      .order, "order", "order", "order the list anew", .look, .queue, keys: ["o"],
      argument: .order),
    ScreenCommand(
      .reread, "reread", "reread", "read the list again", .look, .queue, keys: ["R"]),
    ScreenCommand(
      .find, "find", "find", "find an id or words", .look, .queue, keys: ["/"],
      argument: .text),
    ScreenCommand(
      .findNext, "find-next", "next match", "next match", .look, .queue, keys: ["n"]),
    ScreenCommand(
      .findPrevious, "find-previous", "match before", "match before", .look, .queue, keys: ["N"]),
    ScreenCommand(
      .importFile, "import", "import", "import ratings", .program, .queue,
      keys: ["i"], argument: .path),
    ScreenCommand(
      .editSettings, "settings", "edit settings", "edit tiebreak.toml", .program,
      .queue, keys: ["e"]),
    ScreenCommand(
      .copy, "copy", "copy id", "copy the item's id", .look, .queue, keys: ["y"]),
    ScreenCommand(.next, "down", "down", "next row", .move, .queue, keys: ["j", "Down"]),
    ScreenCommand(.previous, "up", "up", "row before", .move, .queue, keys: ["k", "Up"]),
    ScreenCommand(.first, "first", "first", "first row", .move, .queue, keys: ["g", "Home"]),
    ScreenCommand(.last, "last", "last", "last row", .move, .queue, keys: ["G", "End"]),
    ScreenCommand(
      .halfDown, "half-down", "half down", "half a page down", .move, .queue, keys: ["^D"]),
    ScreenCommand(.halfUp, "half-up", "half up", "half a page up", .move, .queue, keys: ["^U"]),
    ScreenCommand(
      .pageDown, "page-down", "page down", "a page down", .move, .queue, keys: ["PgDn", "^F"]),
    ScreenCommand(.pageUp, "page-up", "page up", "a page up", .move, .queue, keys: ["PgUp", "^B"]),
    ScreenCommand(.back, "back", "quit", "drop the limit, or quit", .move, .queue, keys: ["q"]),
  ]

  private static let itemVerdicts: [ScreenCommand] = [
    ScreenCommand(
      .adopt, "adopt", "adopt", "adopt the label", .decide, .item,
      keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], argument: .label),
    ScreenCommand(
      .confirm, "confirm", "confirm", "keep it, or rule the set",
      .decide, .item, keys: ["Enter"]),
    ScreenCommand(
      .another, "another", "another", "another value", .decide, .item, keys: ["e"],
      argument: .label),
    ScreenCommand(
      .noneOfThese, "none", "none", "none of these", .decide, .item, keys: ["x"]),
    ScreenCommand(
      .ambiguous, "ambiguous", "ambiguous", "ambiguous, keep shares", .decide, .item,
      keys: ["a"]),
    ScreenCommand(
      .notAnnotatable, "not-annotatable", "not annotatable", "not annotatable", .decide, .item,
      keys: ["X"]),
    ScreenCommand(
      .outsideGuideline, "outside", "outside", "outside the guideline", .decide, .item,
      keys: ["o"]),
    ScreenCommand(
      .escalate, "escalate", "escalate", "hand it to a lead", .decide, .item, keys: ["!"]),
    ScreenCommand(
      .reason, "reason", "reason", "give a reason", .sayWhy, .item, keys: ["r"], argument: .text),
    ScreenCommand(
      .note, "note", "note", "note to the ruling", .sayWhy, .item, keys: ["n"],
      argument: .text),
    ScreenCommand(
      .noteInEditor, "edit-note", "note in editor", "note in your editor", .sayWhy,
      .item, keys: ["E"]),
    ScreenCommand(
      .comment, "comment", "comment", "comment without ruling", .sayWhy,
      .item, keys: ["C"], argument: .text),
    ScreenCommand(
      .flagItem, "flag", "flag", "flag it, or lower the flag", .sayWhy, .item,
      keys: ["f"]),
  ]

  private static let itemViews: [ScreenCommand] = [
    ScreenCommand(
      .votes, "votes", "votes", "votes and their notes", .look, .item, keys: ["v"]),
    ScreenCommand(
      .differences, "differences", "differences", "mark differing words", .look, .item,
      keys: ["d"]),
    ScreenCommand(
      .why, "why", "why here", "why this item is here", .look, .item, keys: ["w"]),
    ScreenCommand(
      .history, "history", "history", "earlier rulings of it", .look, .item, keys: ["h"]),
    ScreenCommand(
      .copyItem, "copy", "copy id", "copy the item's id", .look, .item, keys: ["y"]),
    ScreenCommand(
      .nextQuestion, "next-question", "next question", "next question", .move, .item,
      keys: ["Tab"]),
    ScreenCommand(
      .previousQuestion, "previous-question", "question before", "question before", .move, .item,
      keys: ["S-Tab"]),
    ScreenCommand(
      .nextItem, "next-item", "next item", "next item of the list", .move, .item, keys: ["J"]),
    ScreenCommand(
      .previousItem, "previous-item", "item before", "item before", .move, .item, keys: ["K"]),
    ScreenCommand(
      .skip, "skip", "skip", "skip for now", .move, .item, keys: ["s"]),
    ScreenCommand(
      .tagItem, "tag", "tag", "tag the item, or untag it", .move, .item, keys: ["t"]),
    ScreenCommand(
      .lineDown, "scroll-down", "down", "a line down", .move, .item, keys: ["j", "Down"]),
    ScreenCommand(.lineUp, "scroll-up", "up", "a line up", .move, .item, keys: ["k", "Up"]),
    ScreenCommand(
      .scrollDown, "half-down", "half down", "half a page down", .move, .item,
      keys: ["^D", "PgDn"]),
    ScreenCommand(
      .scrollUp, "half-up", "half up", "half a page up", .move, .item, keys: ["^U", "PgUp"]),
    ScreenCommand(
      .textStart, "start", "start", "start of the text", .move, .item, keys: ["g", "Home"]),
    ScreenCommand(.textEnd, "end", "end", "end of the text", .move, .item, keys: ["G", "End"]),
    ScreenCommand(
      .leave, "back", "back", "back to the queue", .move, .item, keys: ["q"]),
  ]
}
