/// Remembers what was told and says only what is new: the state behind a screen that is listened to.
package struct LinearTeller: Sendable {
  private var told: LinearPage?
  /// Whether a line is being typed: what is told next begins on a line of its own.
  private var isMidLine = false

  package init() {}

  /// What to print for a page, after everything that was printed before. Lines end in `\n`; where
  /// something is being typed, the last one is open.
  ///
  /// - Parameter isAnew: tells all of it, as if nothing had been told.
  package mutating func tell(_ page: LinearPage, isAnew: Bool = false) -> String {
    if page.isPassing, page.asking == nil { return "" }
    let before = isAnew ? nil : told
    told = page
    if let before, case .prompt(let old) = before.asking, case .prompt(let new) = page.asking,
      old.sign == new.sign, Self.isSame(before, page)
    {
      return type(old, new)
    }
    var lines = Self.changes(from: before, to: page)
    var open = ""
    if page.asking != before?.asking || isAnew {
      switch page.asking {
      case .line(let line): lines.append(line)
      case .prompt(let prompt):
        lines.append(prompt.help)
        if !prompt.problem.isEmpty { lines.append("problem: " + prompt.problem) }
        open = prompt.sign + prompt.text
      case nil:
        if lines.isEmpty { lines.append(page.place) }
      }
    } else if case .prompt(let prompt) = page.asking, !lines.isEmpty {
      open = prompt.sign + prompt.text
    }
    guard !lines.isEmpty || !open.isEmpty else { return "" }
    let text = (isMidLine ? "\n" : "") + lines.map { $0 + "\n" }.joined() + open
    isMidLine = !open.isEmpty
    return text
  }

  /// What differs while a line is being typed: letters are echoed, moves among choices are told.
  private mutating func type(_ old: LinearPrompt, _ new: LinearPrompt) -> String {
    guard old != new else { return "" }
    isMidLine = true
    let line = new.sign + new.text
    if !new.problem.isEmpty, new.problem != old.problem {
      return "\nproblem: \(new.problem)\n\(line)"
    }
    if old.text == new.text {
      return old.selected == new.selected ? "" : "\n\(new.choice)\n\(line)"
    }
    if new.text.hasPrefix(old.text) { return String(new.text.dropFirst(old.text.count)) }
    return "\n" + line
  }

  private static func isSame(_ old: LinearPage, _ new: LinearPage) -> Bool {
    var old = old
    old.asking = new.asking
    return old == new
  }

  private static func changes(from old: LinearPage?, to page: LinearPage) -> [String] {
    var lines: [String] = []
    if page.notice != old?.notice ?? "", !page.notice.isEmpty { lines.append(page.notice) }
    if page.work != old?.work ?? "", !page.work.isEmpty { lines.append(page.work) }
    guard let old, old.place == page.place else {
      lines += whole(page)
      return lines + page.overlay
    }
    if old.sentence != page.sentence {
      lines.append([page.sentence, page.advice].filter { !$0.isEmpty }.joined(separator: " "))
    }
    if let passage = page.passage { lines += Self.news(in: passage, after: old.passage) }
    lines += page.states.filter { !old.states.contains($0) }
    lines += old.states.filter { !page.states.contains($0) }.map { "not \($0) any more" }
    let known = Set(old.parts)
    lines += page.parts.filter { !known.contains($0) }
    if page.position != old.position, !page.position.isEmpty {
      // What scrolls into view beside a step is no news.
      lines.append(page.position)
    } else {
      let seen = Set(old.drawn)
      lines += page.drawn.filter { !seen.contains($0) }
    }
    if page.overlay != old.overlay {
      if page.overlay.isEmpty { lines.append(page.place) }
      lines += page.overlay
    }
    return lines
  }

  private static func whole(_ page: LinearPage) -> [String] {
    let first = [page.sentence, page.advice].filter { !$0.isEmpty }.joined(separator: " ")
    let head = page.place.isEmpty ? first : "\(page.place): \(first)"
    var lines = [head]
    if let passage = page.passage { lines += news(in: passage, after: nil) }
    lines += page.states + page.parts + page.drawn
    if !page.position.isEmpty { lines.append(page.position) }
    return lines
  }

  /// The lines that were not read yet.
  private static func news(
    in passage: LinearPage.Passage, after old: LinearPage.Passage?
  ) -> [String] {
    if let old, old.start == passage.start, old.lines == passage.lines { return [] }
    var unread = passage.lines[...]
    if let old {
      let known = old.start..<old.start + old.lines.count
      let isOn = passage.start > old.start
      unread =
        isOn
        ? passage.lines.dropFirst(max(0, known.upperBound - passage.start))
        : passage.lines.prefix(max(0, known.lowerBound - passage.start))
      if passage.start == old.start { unread = passage.lines[...] }
    }
    return unread + (passage.more.map { [$0] } ?? [])
  }
}
