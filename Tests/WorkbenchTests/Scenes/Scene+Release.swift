import Domain
import Workbench

extension Scene {
  /// Figures of the letters, made up.
  var releaseFigures: ReleaseFigures {
    var figures = ReleaseFigures()
    figures.statuses = [.agreed: 1844, .ruled: 812, .open: 51, .escalated: 7, .single: 61]
    figures.tiers = [
      .init(tier: "high", units: 519, open: 27, escalated: 4, overdue: 3),
      .init(tier: "mid", units: 820, open: 17, escalated: 3, overdue: 0),
      .init(tier: "low", units: 1436, open: 7, escalated: 0, overdue: 0),
    ]
    let counts = [(612, 288, 11), (540, 214, 20), (480, 170, 18), (212, 96, 12)]
    figures.gold = zip(configuration.labels, counts).map { label, count in
      var gold = ReleaseFigures.GoldCount(value: .label(label.id))
      gold.unanimous = count.0
      gold.ruled = count.1
      gold.single = count.2
      return gold
    }
    figures.outcomes = [.value: 768, .ambiguous: 35, .notAnnotatable: 6, .noneOfThese: 3]
    figures.rulers = [
      .init(member: "mara", rulings: 333), .init(member: "jonas", rulings: 300),
      .init(member: "a-very-long-name-of-a-lead", rulings: 179),
    ]
    figures.flagged = 2
    figures.agreement = [
      .init(
        question: .label, alpha: .init(value: 0.71, low: 0.69, high: 0.73),
        lowest: .label("error"), lowestAlpha: .init(value: 0.52, low: 0.47, high: 0.57))
    ]
    return figures
  }

  /// A model that stands before its release.
  func inRelease(
    _ keys: String..., gate: (inout GateSettings) -> Void = { _ in },
    figures: (inout ReleaseFigures) -> Void = { _ in }
  ) -> Model {
    var scene = self
    gate(&scene.configuration.gate)
    var known = releaseFigures
    figures(&known)
    var model = scene.ready
    model.press("Space", "r")
    _ = update(&model, .reported(.release(known), generation: model.release.generation))
    scene.press(&model, keys)
    return model
  }

  /// What further rulings bring, with contested letters that go out by models.
  static func outlook(_ figures: inout ReleaseFigures) {
    figures.choice = .model
    figures.unruled = 58
    figures.learning = .models(annotators: 5, rulings: 812)
    figures.outlook = ReleaseOutlook(
      units: 2734, waiting: 1963, factor: 1.2,
      points: [0, 10, 20, 50, 100, 200, 500, 1000, 1963].map { rulings in
        let left = 0.08 / (1 + Double(rulings) / 150)
        return ReleaseOutlook.Point(
          rulings: rulings, accuracy: 1 - left, low: 1 - 1.3 * left, high: 1 - 0.7 * left)
      })
  }

  /// Bars of which two are missed.
  static func bars(_ gate: inout GateSettings) {
    gate.alpha = Number("0.67")
    gate.labelAlpha = Number("0.5")
    gate.open = 60
    gate.escalated = 5
    gate.tierSettled = [.init(tier: "high", share: Number(1))]
    gate.ruledByOne = Number("0.5")
    gate.single = Number("0.05")
  }
}
