import Domain
import Screen

/// What the log's second line says: whether the chain holds, what is looked for, what follows.
struct LogSentence {
  private let model: Model
  private let log: LogModel
  private let isNarrow: Bool

  init(_ model: Model) {
    self.model = model
    log = model.log
    isNarrow = model.size.width < 60
  }

  var sentence: Sentence {
    if log.head < 0 { return Sentence("Reading the log …") }
    if let finding = log.finding { return looking(finding) }
    if !log.limit.isAll { return limited }
    return Sentence(chain, tail)
  }

  private func looking(_ finding: LogSearch) -> Sentence {
    let needle = SafeText(log.needle).clipped(to: 24)
    let way = finding.direction == .older ? "back" : "forward"
    return Sentence(
      "Looking for \(needle): \(way) at event \(Figures.count(log.findingAt)) …", "Esc stops.")
  }

  private var limited: Sentence {
    let text = SafeText(log.limitText).clipped(
      to: isNarrow ? 12 : max(30, model.size.width / 2 - 20))
    let count = Figures.count(log.found.count)
    guard log.search == nil else {
      return Sentence(
        isNarrow
          ? "\(count) so far, at \(Figures.count(log.lookedTo)) …"
          : "\(count) so far meet \(text), back to event \(Figures.count(log.lookedTo)) …",
        "Esc stops.")
    }
    guard log.lookedTo > 0 else {
      let all = Figures.count(log.head + 1)
      if log.found.isEmpty {
        return Sentence("None of \(all) events meets \(text).", "q drops it.")
      }
      let verb = log.found.count == 1 ? "meets" : "meet"
      return Sentence(
        isNarrow ? "\(count) of \(all) \(verb) it." : "\(count) of \(all) events \(verb) \(text).",
        following)
    }
    return Sentence(
      isNarrow
        ? "\(count) since \(Figures.count(log.lookedTo))."
        : "\(count) since event \(Figures.count(log.lookedTo)) meet \(text).",
      "Further down it looks further back.")
  }

  private var chain: SafeText {
    let events = log.newest + 1
    let count = Figures.count(events)
    switch model.verification {
    case .checking(let seq):
      return "Checking the chain: \(Figures.count(seq + 1)) of \(count) events …"
    case .damaged(let seq):
      return "The log is damaged at event \(Figures.count(seq))."
    case .good(let seq):
      if isNarrow { return "The chain holds: \(Figures.count(seq + 1)) events." }
      let all = seq + 1 >= events
      let verified = all ? count : "\(Figures.count(seq + 1)) of \(count)"
      let noun = events == 1 ? "event" : "events"
      guard model.size.width >= 100, let check = log.check else {
        return "The chain holds: \(verified) \(noun) verified."
      }
      let at = String(check.at.text.dropFirst(11).prefix(8))
      return "The chain holds: \(verified) \(noun) verified at \(at), in \(took(check))."
    }
  }

  private func took(_ check: LogFinding) -> String {
    check.milliseconds < 1000
      ? "\(check.milliseconds) ms"
      : "\(Figures.fixed(Double(check.milliseconds) / 1000, places: 1)) s"
  }

  private var tail: SafeText {
    if case .damaged = model.verification, let problem = log.check?.problem {
      return SafeText(problem)
    }
    guard model.size.width >= 70 else { return following }
    return following.isEmpty ? "\(signature) \(enter)" : "\(signature) \(following)"
  }

  /// How far the last check found the log signed.
  private var signature: SafeText {
    guard let signature = log.check?.signature else { return "Not signed." }
    let seq = Figures.count(signature.seq)
    guard model.size.width >= 100 else { return "Signed to \(seq)." }
    return "Signed to event \(seq) by \(SafeText(signature.key).clipped(to: 8))."
  }

  /// What Enter does, where there is room to say it.
  private var enter: SafeText {
    guard let event = log.current?.event else { return "" }
    guard log.page != nil || model.size.width >= 100, let unit = event.body.unit else {
      return log.page == nil ? "Enter shows it in full." : ""
    }
    return "Enter opens \(SafeText(unit.item.text).clipped(to: 16))."
  }

  private var following: SafeText {
    guard !log.isFollowing else { return "" }
    let key = model.start.keymap.name(for: .follow) ?? ":follow"
    let newer = log.newest - log.head
    guard newer > 0 else { return "Not following; \(key) does." }
    return newer == 1
      ? "1 newer event; \(key) follows." : "\(Figures.count(newer)) newer events; \(key) follows."
  }
}
