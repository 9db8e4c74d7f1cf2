package import Domain
package import Screen

/// A check of the gate in words: the same on the screen and in the command.
package struct GateWords {
  private let check: GateCheck
  private let look: LabelLook

  package init(_ check: GateCheck, _ look: LabelLook) {
    self.check = check
    self.look = look
  }

  /// What is checked, in two or three words.
  package var name: SafeText {
    switch check.kind {
    case .tierSettled(let tier): "\(SafeText(tier.text).clippedInMiddle(to: 12)) tier settled"
    case .open: "still open"
    case .escalated: "waiting for a lead"
    case .doubted: "in doubt"
    case .flagged: "flagged"
    case .alpha: "α, all labels"
    case .lowestLabel: "α, lowest label"
    case .ruledByOne: "share ruled by one"
    case .ambiguous: "kept ambiguous"
    case .single: "rated by one only"
    case .audit: "audited accuracy"
    case .log: "log verified"
    case .settings: "settings applied"
    case .identity: "known identities"
    }
  }

  /// `94 %`, `.71`, `31`, `yes`.
  package var figure: SafeText {
    switch check.figure {
    case .share(let value): SafeText(Self.percent(value))
    case .coefficient(let value, _) where check.kind == .audit: SafeText(AuditWords.below(value))
    case .coefficient(let value, _): SafeText(Figures.share(value))
    case .count(let count): SafeText(Figures.count(count))
    case .holds(let holds): holds ? "yes" : "no"
    case .undefined: "·"
    }
  }

  /// `≥ .67`, `≤ 5`, `yes`; nothing where nobody asked for anything.
  package var bar: SafeText {
    switch check.bar {
    case .atLeast(let value): value >= 1 ? "\(amount(value))" : "≥ \(amount(value))"
    case .atMost(let value): "≤ \(amount(value))"
    case .must: "yes"
    case nil: "no bar"
    }
  }

  private func amount(_ value: Double) -> String {
    switch check.figure {
    case .count: Figures.count(Int(value))
    case _ where check.kind == .audit: AuditWords.below(value)
    case .coefficient: Figures.share(value)
    case .undefined where check.kind == .alpha || check.kind == .lowestLabel: Figures.share(value)
    default: Self.percent(value)
    }
  }

  /// What stands behind it: a label, a member, or how far it is from the bar.
  package var aside: SafeText {
    if check.state == .fails, case .tierSettled = check.kind, let units = check.units {
      return "\(Figures.count(units)) open"
    }
    if check.kind == .audit {
      let missing = check.units ?? 0
      return missing > 0 ? "\(Figures.count(missing)) to rule" : SafeText()
    }
    var low = SafeText()
    if case .coefficient(_, let bound?) = check.figure { low = "low \(Figures.share(bound))" }
    switch check.subject {
    case .value(let value): return low.isEmpty ? look.text(value) : "\(low) \(look.text(value))"
    case .member(let member): return "\(member.text)"
    case .question(let question): return "\(question.text)"
    case nil: break
    }
    if !low.isEmpty { return low }
    return check.state == .close ? "close" : SafeText()
  }

  package var glyph: SafeText {
    switch check.state {
    case .passes: "✓"
    case .close: "!"
    case .fails: "×"
    case .noBar: "·"
    }
  }

  package var role: Role {
    switch check.state {
    case .passes: .good
    case .close: .warn
    case .fails: .bad
    case .noBar: .faint
    }
  }

  /// One or two sentences with the numbers in them.
  package func explanation(_ figures: ReleaseFigures) -> String {
    [said(figures), asked].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var asked: String {
    switch check.bar {
    case .atLeast(let value):
      value >= 1 ? "A release wants all of them." : "A release wants \(amount(value)) at least."
    case .atMost(let value): "A release wants \(amount(value)) at most."
    case .must: ""
    case nil: "No bar is set in [gate] of tiebreak.toml."
    }
  }

  private func said(_ figures: ReleaseFigures) -> String {
    switch check.kind {
    case .tierSettled(let tier):
      guard let standing = figures.tiers.first(where: { $0.tier == tier }) else { return "" }
      return "\(units(standing.units)) of tier \(SafeText.line(tier.text)); "
        + "\(Figures.count(standing.settled)) \(standing.settled == 1 ? "is" : "are") settled."
    case .open: return "\(units(figures.open)) stand in the queue."
    case .escalated: return "\(units(figures.escalated)) were handed to a lead."
    case .doubted:
      return
        "\(units(figures.doubted)) whose ruling is in doubt, by the guideline, labels or new ratings."
    case .flagged: return "\(units(figures.flagged)) with a raised flag."
    case .alpha, .lowestLabel: return coefficient
    case .ruledByOne:
      guard let first = figures.rulers.first else { return "" }
      return "\(SafeText.line(first.member.text)) made \(Figures.count(first.rulings)) of "
        + "\(Figures.count(figures.rulings)) rulings that stand."
    case .ambiguous:
      return "\(units(figures.ambiguous)) keep the shares of their ratings instead of one value."
    case .single: return "\(units(figures.single)) go out on one person's word, unseen by others."
    case .audit:
      guard let audit = figures.audit else {
        return "Nobody drew an audit yet. A lead draws one: tiebreak audit draw"
      }
      return AuditWords(audit).sentences.joined(separator: " ")
    case .log: return logWords
    case .settings:
      return check.figure == .holds(true)
        ? "tiebreak.toml is what is in force."
        : "tiebreak.toml differs from what is in force. A lead applies it: tiebreak apply"
    case .identity:
      return check.figure == .holds(true)
        ? "Everybody acts under the name the system knows them by."
        : "This project is a sandbox: anybody may act as anybody, so nothing of it is released."
    }
  }

  private var logWords: String {
    switch check.figure {
    case .holds(true): "Every event verifies, from the first to the last."
    case .holds(false): "The log is damaged; tiebreak log verify says where."
    default: "The log is being checked."
    }
  }

  private var coefficient: String {
    switch check.figure {
    case .coefficient(let value, let low):
      var text = "Krippendorff's α is \(Figures.share(value))"
      if case .value(let value) = check.subject {
        text += " for \(look.text(value).plain) against all other labels, the lowest of all"
      } else if case .question(let question) = check.subject {
        text += " for \(SafeText.line(question.text)), the lowest of all questions"
      }
      guard let low else { return text + "." }
      let isBelow = check.state == .close
      return text
        + (isBelow
          ? "; it may be as low as \(Figures.share(low)), which is below the bar."
          : "; with 95 % confidence it is above \(Figures.share(low)).")
    case .undefined(let reason): return "There is no α: \(reason)"
    default: return ""
    }
  }

  private func units(_ count: Int) -> String {
    "\(Figures.count(count)) \(count == 1 ? "unit" : "units")"
  }

  /// `94 %`, `3.9 %`; what is not all is never `100 %`, what is something never `0 %`.
  package static func percent(_ share: Double) -> String {
    let value = share * 100
    if value > 0, value < 10, value != value.rounded() {
      return value < 0.1 ? "< 0.1 %" : Figures.fixed(value, places: 1) + " %"
    }
    if value > 99, value < 100 { return Figures.fixed(min(value, 99.9), places: 1) + " %" }
    return Figures.fixed(value, places: 0) + " %"
  }
}
