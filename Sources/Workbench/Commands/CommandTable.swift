/// All commands, in the order in which help lists them.
package enum CommandTable {
  package static let all =
    everywhere + places + lists + queue + heatMap + annotators + log + guideline + clause
    + itemVerdicts
    + itemViews

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
      .undo, "undo", "undo", "take back the last ruling", .decide, .everywhere, keys: ["z"]),
    ScreenCommand(
      .copy, "copy", "copy", "copy its id or figures", .look, .everywhere, keys: ["y"]),
    ScreenCommand(
      .back, "back", "back", "one level back", .move, .everywhere,
      keys: ["q"]),
    ScreenCommand(
      .theme, "theme", "theme", "choose a theme", .program, .everywhere, keys: [],
      argument: .theme),
    ScreenCommand(
      .repaint, "repaint", "repaint", "draw the screen anew", .program, .everywhere, keys: ["^L"]),
    ScreenCommand(
      .suspend, "suspend", "suspend", "suspend, fg comes back", .program, .everywhere,
      keys: ["^Z"]),
    ScreenCommand(
      .stop, "stop", "stop", "stop the import under way", .program, .everywhere, keys: []),
    ScreenCommand(
      .interrupt, "leave", "leave", "stop an import, or quit", .program, .everywhere,
      keys: ["^C"],
      isDangerous: true),
    ScreenCommand(
      .quit, "quit", "quit", "quit; everything is saved", .program, .everywhere, keys: []),
  ]

  private static let places: [ScreenCommand] = [
    place(.goToQueue, "queue", "q", "the queue"),
    place(.goToHeatMap, "heat-map", "h", "where labels are mixed up"),
    place(.goToAnnotators, "annotators", "a", "who rates how"),
    place(.goToLog, "log", "l", "what happened"),
    place(.goToGuideline, "guideline", "g", "labels and rules"),
    place(.goToRelease, "release", "r", "what may go out"),
    place(.lastRuled, "last-ruled", "i", "the item ruled on last"),
  ]

  private static func place(
    _ id: CommandID, _ word: String, _ letter: String, _ help: String
  ) -> ScreenCommand {
    ScreenCommand(
      id, word, word.replacing("-", with: " "), help, .places, .everywhere,
      keys: ["Space \(letter)"])
  }

  private static let lists: [ScreenCommand] = [
    ScreenCommand(
      .open, "open", "open", "open the row", .choose, .lists, keys: ["Enter"],
      argument: .item),
    ScreenCommand(.next, "down", "down", "next row", .move, .lists, keys: ["j", "Down"]),
    ScreenCommand(.previous, "up", "up", "row before", .move, .lists, keys: ["k", "Up"]),
    ScreenCommand(.first, "first", "first", "first row", .move, .lists, keys: ["g", "Home"]),
    ScreenCommand(.last, "last", "last", "last row", .move, .lists, keys: ["G", "End"]),
    ScreenCommand(
      .halfDown, "half-down", "half down", "half a page down", .move, .lists, keys: ["^D"]),
    ScreenCommand(.halfUp, "half-up", "half up", "half a page up", .move, .lists, keys: ["^U"]),
    ScreenCommand(
      .pageDown, "page-down", "page down", "a page down", .move, .lists, keys: ["PgDn", "^F"]),
    ScreenCommand(.pageUp, "page-up", "page up", "a page up", .move, .lists, keys: ["PgUp", "^B"]),
    ScreenCommand(
      .reread, "reread", "read again", "read it again", .look, .lists, keys: ["R"]),
    ScreenCommand(
      .order, "order", "order", "order it anew", .look, [.queue, .heatMap, .annotators],
      keys: ["o"], argument: .order),
    ScreenCommand(
      .find, "find", "find", "find an id or words", .look, [.queue, .log, .guideline], keys: ["/"],
      argument: .text),
    ScreenCommand(
      .findNext, "find-next", "next match", "next match", .look, [.queue, .log, .guideline],
      keys: ["n"]),
    ScreenCommand(
      .findPrevious, "find-previous", "match before", "match before", .look,
      [.queue, .log, .guideline], keys: ["N"]),
    ScreenCommand(
      .write, "write", "write", "write it to a new file", .look, [.log, .guideline], keys: ["w"],
      argument: .path),
  ]

  private static let queue: [ScreenCommand] = [
    ScreenCommand(
      .tag, "tag", "tag", "tag or untag the row", .choose, .queue, keys: ["t"]),
    ScreenCommand(
      .apply, "apply", "do to tagged", "rule on or flag all tagged", .choose, .queue,
      keys: [";"],
      argument: .label, isDangerous: true),
    ScreenCommand(
      .tagAll, "tag-all", "tag all", "tag or untag the list", .choose, .queue,
      keys: ["M-t"]),
    ScreenCommand(.untag, "untag", "untag all", "untag everything", .choose, .queue, keys: ["T"]),
    ScreenCommand(
      .flag, "flag", "flag", "raise or lower its flag", .choose, .queue,
      keys: ["f"]),
    ScreenCommand(
      .limit, "limit", "limit", "limit the list", .look, [.queue, .log], keys: ["l"],
      argument: .limit),
    ScreenCommand(
      .saveLimit, "save-limit", "save limit", "keep this limit, by name", .look, .queue,
      keys: [], argument: .text),
    ScreenCommand(
      .forgetLimit, "forget-limit", "forget limit", "forget a kept limit", .look, .queue,
      keys: [], argument: .savedLimit),
    ScreenCommand(
      .group, "group", "group", "group the rows", .look, .queue, keys: ["b"],
      argument: .grouping),
    ScreenCommand(
      .fold, "fold", "fold", "fold or open the group", .look, .queue, keys: ["Tab"]),
    ScreenCommand(
      .foldAll, "fold-all", "fold all", "fold or open all groups", .look, .queue,
      keys: ["S-Tab"]),
    ScreenCommand(
      .importFile, "import", "import", "import ratings", .program, .queue,
      keys: ["i"], argument: .path),
    ScreenCommand(
      .editSettings, "settings", "edit settings", "edit tiebreak.toml", .program,
      .queue, keys: ["e"]),
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
      .followPrecedent, "follow", "follow", "rule as an earlier ruling", .decide, .item, keys: ["p"]
    ),
    ScreenCommand(
      .distinguish, "distinguish", "not as", "not as an earlier ruling", .sayWhy, .item,
      keys: ["P"]),
    ScreenCommand(
      .alike, "alike", "more like it", "rule what is like the last ruling", .decide,
      [.item, .queue], keys: ["m"]),
    ScreenCommand(
      .cite, "cite", "cite", "cite a clause, or no longer", .sayWhy, .item, keys: ["c"],
      argument: .clause),
    ScreenCommand(
      .clauseFrom, "clause", "clause", "a clause from this item", .sayWhy, .item, keys: ["R"]),
    ScreenCommand(
      .comment, "comment", "comment", "comment without ruling", .sayWhy,
      .item, keys: ["C"], argument: .text),
    ScreenCommand(
      .reopen, "reopen", "reopen", "open a ruled item again", .decide, .item, keys: ["Z"],
      argument: .text, isDangerous: true),
    ScreenCommand(
      .flagItem, "flag", "flag", "raise or lower its flag", .sayWhy, .item,
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
      .changed, "changed", "what changed", "what the last ruling changed elsewhere", .look,
      [.item, .queue], keys: ["M"]),
    ScreenCommand(
      .history, "history", "history", "all that happened to it", .look, .item, keys: ["h"]),
    ScreenCommand(
      .precedents, "precedents", "precedents", "earlier rulings in full", .look, .item,
      keys: ["H"]),
    ScreenCommand(
      .swap, "swap", "swap sides", "answers change sides", .look, .item, keys: ["S"]),
    ScreenCommand(
      .pipe, "pipe", "pipe", "pipe it to a command", .look, .item, keys: ["|"],
      argument: .text),
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
      .tagItem, "tag", "tag", "tag or untag the item", .move, .item, keys: ["t"]),
    ScreenCommand(
      .lineDown, "scroll-down", "down", "a line down", .move, .item, keys: ["j", "Down"]),
    ScreenCommand(.lineUp, "scroll-up", "up", "a line up", .move, .item, keys: ["k", "Up"]),
    ScreenCommand(
      .scrollDown, "half-down", "half down", "half a page down", .move, .item,
      keys: ["^D", "PgDn"]),
    ScreenCommand(
      .scrollUp, "half-up", "half up", "half a page up", .move, .item, keys: ["^U", "PgUp"]),
    ScreenCommand(
      .nextPart, "next-part", "next part", "next turn or part", .move, .item, keys: ["}"]),
    ScreenCommand(
      .previousPart, "previous-part", "part before", "turn or part before", .move, .item,
      keys: ["{"]),
    ScreenCommand(
      .textStart, "start", "start", "start of the text", .move, .item, keys: ["g", "Home"]),
    ScreenCommand(.textEnd, "end", "end", "end of the text", .move, .item, keys: ["G", "End"]),
  ]
}
