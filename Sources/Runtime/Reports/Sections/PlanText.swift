import Agreement
import Screen

/// A plan for people: how many items to check, and of which labels.
package enum PlanText {
  private static let listed = 24

  /// - Parameter labels: Names by label code.
  package static func lines(_ plan: ValidationPlan, labels: [String] = []) -> [String] {
    var table = TextTable([.init("to know", widest: 56), .init("items", .right)])
    func row(_ text: String, _ items: Int?) {
      table.append([SafeText(text), SafeText(items.map { Figures.count($0) } ?? "·")])
    }
    let width =
      plan.halfWidth < 0.01
      ? Figures.fixed(plan.halfWidth, places: 4) : Figures.share(plan.halfWidth)
    let defect = Figures.share(plan.largestDefectShare)
    row("a share to ±\(width)", plan.share)
    row("α to ±\(width), going by the ratings at hand", plan.alpha)
    row("at most \(defect) of items are wrong, if all checked are right", plan.withoutDefect)
    var lines = table.lines() + ["  with 95 % confidence" + among(plan.population)]
    if plan.alpha == nil {
      lines.append("  α at hand has no standard error, so its sample size is not known")
    }
    if let test = plan.sequential { lines += [""] + bounds(test) }
    if let batch = plan.batch { lines += [""] + self.batch(batch, labels) }
    return lines
  }

  private static func among(_ population: Int?) -> String {
    population.map { ", drawn from \(Words.count($0, "item"))" } ?? ""
  }

  private static func bounds(_ test: SequentialTest) -> [String] {
    var table = TextTable([
      .init("checked", .right), .init("accept at most", .right), .init("reject from", .right),
    ])
    for units in [10, 20, 50, 100, 200, 500] {
      table.append([
        SafeText(Figures.count(units)),
        SafeText(test.acceptance(after: units).map { "\(Figures.count($0)) wrong" } ?? "·"),
        SafeText(test.rejection(after: units).map { "\(Figures.count($0)) wrong" } ?? "·"),
      ])
    }
    return table.lines() + [
      "  one by one: good is \(Figures.share(test.goodShare)) wrong, bad"
        + " \(Figures.share(test.badShare)) (Wald 1945)"
    ]
  }

  private static func batch(_ batch: ValidationBatch, _ labels: [String]) -> [String] {
    var table = TextTable([
      .init("label", widest: 40), .init("there are", .right), .init("check", .right),
    ])
    for label in batch.available.indices.prefix(listed) {
      table.append([
        SafeText(labels.indices.contains(label) ? labels[label] : String(label)),
        SafeText(Figures.count(batch.available[label])),
        SafeText(Figures.count(batch.drawn[label])),
      ])
    }
    let more = batch.available.count - listed
    return table.lines() + (more > 0 ? ["  and \(Words.count(more, "label")) more: --json"] : [])
      + [
        "  \(Words.count(batch.size, "item")) in all, by the label that most say, no label fewer than"
          + " \(ValidationPlan.floor)"
      ]
  }
}
