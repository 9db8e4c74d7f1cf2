import Domain
import Foundation
import Runtime
import Store

/// Earlier rulings on like texts: what is found among the first five, beside plain full-text ranking and
/// the latest rulings; and what a search costs.
struct PrecedentsScenario: Scenario {
  static let name = "precedents"
  private static let queriesAFold = 400
  private static let results = 40

  func measure(in workplace: Workplace) throws -> [Figure] {
    var figures: [Figure] = []
    if workplace.hasData {
      let sets = RelevanceSets(
        folder: workplace.data, scratch: try workplace.scratch("relevance"))
      for set in try sets.all() { figures += try recall(set, in: workplace) }
    } else {
      Stream.complain("no data in \(workplace.data): recall is left out")
    }
    return figures + (try cost(in: workplace))
  }

  /// A figure a fold: the first of the four is the one that the search was chosen by.
  private func recall(_ set: RelevanceSet, in workplace: Workplace) throws -> [Figure] {
    let ruled = try RuledProject(
      set.texts, ruled: set.texts.count, named: "set", in: workplace)
    let latest = Array(ruled.order.reversed())
    let plain = try PlainSearch(set.texts)
    var figures: [Figure] = []
    for fold in 1...3 {
      let queries = set.queries(in: fold, limit: Self.queriesAFold)
      var (ours, theirs, last) = (0.0, 0.0, 0.0)
      for query in queries {
        let found = try ruled.project.index.precedents(
          for: RuledProject.unit(query), count: Self.results)
        ours += set.recall(of: found.compactMap { RuledProject.place($0.unit) }, for: query)
        theirs += set.recall(
          of: try plain.best(Self.results, for: set.texts[query]), for: query)
        last += set.recall(of: latest, for: query)
      }
      let share = 100 / Double(max(1, queries.count))
      let counts = "\(set.relevance); \(queries.count) queries a fold"
      figures.append(
        Figure(
          name: "recall@5 by likeness", size: set.name, unit: .percent, value: ours * share,
          yardstick: "FTS5 bm25", base: theirs * share, counts: counts))
      figures.append(
        Figure(
          name: "recall@5 of the latest", size: set.name, unit: .percent, value: last * share,
          yardstick: "FTS5 bm25", base: theirs * share))
    }
    return figures
  }

  private func cost(in workplace: Workplace) throws -> [Figure] {
    let texts = MadeTexts(seed: 5).texts(120_000)
    let ruled = try RuledProject(texts, ruled: 100_000, named: "cost", in: workplace)
    let index = ruled.project.index
    let plain = try PlainSearch(texts)
    var (ours, theirs, opened, alike) = ([Double](), [Double](), [Double](), [Double]())
    for query in 0..<200 {
      let unit = RuledProject.unit(query * 600)
      var watch = Stopwatch()
      _ = try index.precedents(for: unit, count: 9)
      ours.append(watch.milliseconds)
      watch = Stopwatch()
      _ = try plain.best(9, for: texts[query * 600])
      theirs.append(watch.milliseconds)
      watch = Stopwatch()
      _ = try index.dossier(unit.item, now: ruled.project.now)
      opened.append(watch.milliseconds)
      guard query.isMultiple(of: 10) else { continue }
      watch = Stopwatch()
      _ = try index.alike(unit, viewer: ruled.project.me?.id, now: ruled.project.now)
      alike.append(watch.milliseconds)
    }
    let base = Sample(theirs).median
    let size = "10⁵ rulings on one pair of labels"
    return [
      figure("search of precedents, p50", Sample(ours).median, size, base),
      figure("search of precedents, p95", Sample(ours).quantile(0.95), size, base),
      figure("item opened with its precedents, p95", Sample(opened).quantile(0.95), size, base),
      figure("open items like one, p50", Sample(alike).median, "20 000 open items", base),
    ]
  }

  private func figure(_ name: String, _ value: Double, _ size: String, _ base: Double) -> Figure {
    Figure(
      name: name, size: size, unit: .milliseconds, value: value,
      yardstick: "FTS5 bm25, all words, p50", base: base)
  }
}
