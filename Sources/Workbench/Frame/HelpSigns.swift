import Domain
import Screen

/// What help says beside the keys: what the signs of a screen mean, what is hidden there and why.
struct HelpSigns {
  struct Sign: Hashable {
    let glyph: SafeText
    let text: String
    /// Whether it tells how things stand, and not what a sign means.
    var isState = false
  }

  static let hiddenTitle = "hidden here"

  let title: String
  let signs: [Sign]

  /// The groups that belong to the screen a model shows.
  static func groups(_ model: Model) -> [HelpSigns] {
    [hidden(model), signs(model)].filter { !$0.signs.isEmpty }
  }

  private static func hidden(_ model: Model) -> HelpSigns {
    var signs: [Sign] = []
    let isHere = model.place == .queue || model.place == .item
    let blinding = model.item?.dossier?.facts.route?.blind ?? model.configuration.blind
    if isHere, blinding == .votes {
      signs.append(
        Sign(glyph: "votes", text: "until your first verdict, so that they do not sway it"))
    }
    if isHere, blinding != .off {
      signs.append(
        Sign(
          glyph: "names", text: "letters instead, dealt anew for each item: no judging by name"))
    }
    return HelpSigns(title: hiddenTitle, signs: signs)
  }

  private static func signs(_ model: Model) -> HelpSigns {
    var signs: [Sign] = []
    if model.place == .queue {
      signs += [
        Sign(glyph: "gain", text: "expected cost of releasing it without a ruling"),
        Sign(glyph: "agree", text: "how far its ratings agree: 1 is all, 0 is none"),
        Sign(glyph: "●● ●", text: "ratings, by value"),
        Sign(glyph: "* ! •", text: "tagged, flagged, new"),
        Sign(glyph: "@", text: "another has it open"),
        Sign(glyph: "✓ ∅ ≈", text: "ruled: adopted, none of these, ambiguous"),
        Sign(glyph: "× § ↑", text: "not annotatable, outside the guideline, escalated"),
      ]
    }
    if model.place == .item {
      signs += [
        Sign(glyph: "◆ ○", text: "a model's vote; abstained"),
        Sign(glyph: "▸", text: "your first verdict"),
      ]
    }
    signs.append(mark(model.verification))
    return HelpSigns(title: "signs", signs: signs)
  }

  /// The mark at the right end of the title.
  private static func mark(_ verification: Verification) -> Sign {
    switch verification {
    case .checking(let seq):
      Sign(
        glyph: "…", text: "the log is being checked, event \(Figures.count(max(0, seq))) by now",
        isState: true)
    case .good(let seq):
      Sign(
        glyph: "✓",
        text: "the log was checked: nothing changed or missing up to event \(Figures.count(seq))",
        isState: true)
    case .damaged(let seq):
      Sign(
        glyph: "×", text: "the log is damaged at event \(Figures.count(seq)); see Space l",
        isState: true)
    }
  }
}
