import Domain
import Screen

extension Model {
  /// After a ruling: asks what else is like it. What was like the one before is forgotten.
  mutating func lookForAlike(after pending: Pending, _ recorded: Recorded) -> [Effect] {
    alike = nil
    guard let ruling = pending.decision, ruling.outcome != .escalated,
      let row = recorded.rows.first(where: { $0.unit == ruling.seatID.unit }),
      let seq = row.standing?.seq
    else { return [] }
    alike = AlikeModel(ruling: ruling, seq: seq)
    alikeGeneration += 1
    return [.report(.alike(ruling.seatID.unit), generation: alikeGeneration)]
  }

  mutating func take(_ units: LikeUnits?, generation: Int) -> [Effect] {
    guard generation == alikeGeneration, alike?.ruling.seatID.unit == units?.unit else { return [] }
    guard let units, !units.found.isEmpty else {
      alike = nil
      return []
    }
    alike?.units = units
    guard let said = notice, said.kind == .saved else { return [] }
    let key = start.keymap.name(for: .alike) ?? ":alike"
    notice = Notice(
      text: "\(said.text); \(key): \(Figures.count(units.found.count)) more like this",
      kind: .saved)
    return []
  }

  /// Why there is nothing to show.
  var noAlike: SafeText? {
    guard let alike else { return "nothing that is open is like what you ruled last" }
    guard let units = alike.units else { return "they are still being looked for" }
    return units.found.isEmpty ? "nothing that is open is like what you ruled last" : nil
  }

  mutating func pressOnAlike(_ key: Key) -> [Effect] {
    guard let alike, let units = alike.units, !units.found.isEmpty else {
      overlay = nil
      return []
    }
    let last = units.found.count - 1
    let current = units.found[min(alike.place, last)].row.unit
    switch key {
    case .character("j"), .down: self.alike?.place = min(last, alike.place + 1)
    case .character("k"), .up: self.alike?.place = max(0, alike.place - 1)
    case .character("g"), .home: self.alike?.place = 0
    case .character("G"), .end: self.alike?.place = last
    case .character("t"), .space:
      if self.alike?.chosen.remove(current) == nil { self.alike?.chosen.insert(current) }
      self.alike?.place = min(last, alike.place + 1)
    case .character(";"): return askToRuleAlike(units, alike)
    case .enter:
      overlay = nil
      remember()
      return openItem(current, isRemembered: false)
    case .escape, .character("q"), .control("c"): overlay = nil
    default:
      overlay = nil
      return again(key, unless: .alike)
    }
    return []
  }

  /// Hidden votes ask for a verdict on each: those are opened one by one.
  private mutating func askToRuleAlike(_ units: LikeUnits, _ alike: AlikeModel) -> [Effect] {
    if let reason = cannotRule {
      notice = Notice(text: reason.plain, kind: .plain)
      return []
    }
    let meant = units.found.map(\.row).filter {
      alike.chosen.isEmpty || alike.chosen.contains($0.unit)
    }
    let open = meant.filter { !hidesVotes(of: $0) }
    guard !open.isEmpty else {
      notice = Notice(
        text: "their votes are hidden until your first verdict: Enter opens them one by one",
        kind: .plain)
      return []
    }
    let words = look.text(alike.ruling.outcome).plain
    let count = open.count == 1 ? "1 item" : "\(Figures.count(open.count)) items"
    let left = meant.count - open.count
    let rest = left > 0 ? " \(left) with hidden votes are left." : ""
    asking = .question(
      Question(
        text: "Rule \(count) as \(words), for the same reason as \(SafeText.line(alike.name))? "
          + "Each is a ruling of its own.\(rest)",
        letter: "y", word: "rule", safe: "rule on none", deed: .ruleAlike(open.map(\.unit))))
    return []
  }

  /// Rules on units as what they are like was ruled: with its reason, note and clauses, and following
  /// it. Nobody was shown their votes.
  mutating func ruleAlike(_ meant: [UnitID]) -> [Effect] {
    guard let alike, let units = alike.units else { return [] }
    overlay = nil
    let rows = units.found.map(\.row).filter { meant.contains($0.unit) }
    let decisions = rows.map { row in
      var decision = decision(alike.ruling.outcome, on: row, batch: units.batch)
      decision.reason = alike.ruling.reason
      decision.rationale = alike.ruling.rationale
      decision.cites = alike.ruling.cites
      decision.follows = [alike.seq]
      decision.votesSeen = .never
      return decision
    }
    return ruleGroup(decisions, following: alike.ruling)
  }

  /// Takes what was settled out of what is alike.
  mutating func forgetAlike(_ settled: [UnitID]) {
    guard let units = alike?.units else { return }
    let rest = units.found.filter { !settled.contains($0.row.unit) }
    guard rest.count < units.found.count else { return }
    alike?.units = LikeUnits(unit: units.unit, least: units.least, batch: units.batch, found: rest)
    alike?.chosen.subtract(settled)
    alike?.place = 0
  }

  /// What was taken back is open again, and may be like the ruling that stands: asks anew.
  mutating func recallAlike(_ seats: [SeatID]) -> [Effect] {
    guard let unit = alike?.ruling.seatID.unit else { return [] }
    guard !seats.contains(where: { $0 == alike?.ruling.seatID }) else {
      alike = nil
      return []
    }
    alikeGeneration += 1
    return [.report(.alike(unit), generation: alikeGeneration)]
  }
}
