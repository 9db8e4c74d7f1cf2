import Domain

/// Adds comparisons up for the parts of a report.
struct RegionReportMaker {
  private let compared: RegionComparisons
  /// The annotators' names in their order.
  private let names: [String]
  let jackknife: TallyJackknife

  init(_ compared: RegionComparisons, names: [String]) {
    self.compared = compared
    self.names = names
    jackknife = TallyJackknife(Self.byUnit(compared.all))
  }

  /// One tally per unit in which anything was compared.
  private static func byUnit(_ comparisons: [RegionComparison]) -> [RegionTally] {
    var tallies: [RegionTally] = []
    var last = -1
    for comparison in comparisons {
      if comparison.unit == last {
        tallies[tallies.count - 1].add(comparison.tally)
      } else {
        tallies.append(comparison.tally)
        last = comparison.unit
      }
    }
    return tallies
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// Every pair of annotators that share a unit; those that share most first.
  func pairs() -> [RegionPairReport] {
    let grouped = Dictionary(grouping: compared.all) {
      Pair(first: $0.first, second: $0.second)
    }
    let ordered = grouped.sorted { one, other in
      if one.value.count != other.value.count { return one.value.count > other.value.count }
      return (one.key.first, one.key.second) < (other.key.first, other.key.second)
    }
    return ordered.map { report($0.key, $0.value) }
  }

  private func report(_ pair: Pair, _ comparisons: [RegionComparison]) -> RegionPairReport {
    let jackknife = TallyJackknife(comparisons.map(\.tally))
    let isSpans = compared.kind == .spans
    let both: Set = [pair.first, pair.second]
    return RegionPairReport(
      first: names[pair.first], second: names[pair.second], units: comparisons.count,
      figures: RegionFigures(jackknife), cohenKappa: CohenKappa.value(table(comparisons)),
      spans: isSpans ? SpanFigures(jackknife) : nil, muc: Self.muc(comparisons),
      unitizedAlpha: isSpans
        ? UnitizedAlpha(comparisons.map { compared.continuum($0.unit, of: both) }) : nil)
  }

  private func table(_ comparisons: [RegionComparison]) -> ContingencyTable {
    var counts: [Pair: Int] = [:]
    let none = compared.labels.count
    for cell in comparisons.flatMap(\.cells) where cell.first != none && cell.second != none {
      counts[Pair(first: cell.first, second: cell.second), default: 0] += 1
    }
    let cells = counts.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
    return ContingencyTable(
      cells: cells.map {
        ContingencyTable.Cell(row: $0.key.first, column: $0.key.second, count: $0.value)
      })
  }

  private static func muc(_ comparisons: [RegionComparison]) -> [MUCCounts] {
    guard let first = comparisons.first?.muc else { return [] }
    return comparisons.dropFirst().reduce(first) { sums, comparison in
      zip(sums, comparison.muc).map { $0 + $1 }
    }
  }

  /// The figures of each label, the least agreed on first.
  func labels(_ unitized: UnitizedAlpha?) -> [RegionLabelReport] {
    let count = compared.labels.count
    var tallies: [[Int: RegionLabelTally]] = Array(repeating: [:], count: count)
    for comparison in compared.all {
      for cell in comparison.cells {
        for label in Set([cell.first, cell.second]) where label < count {
          var tally = RegionLabelTally()
          tally.sides = (cell.first == label ? 1 : 0) + (cell.second == label ? 1 : 0)
          if tally.sides == 2 {
            tally.matched = 1
            tally.overlap = Int128((cell.overlap * 0x1p62).rounded())
          }
          let before = tallies[label][comparison.unit] ?? RegionLabelTally()
          tallies[label][comparison.unit] = before + tally
        }
      }
    }
    var regions = Array(repeating: 0, count: count)
    for answer in compared.units.flatMap(\.answers) {
      for label in answer.sheet.labels { regions[label] += 1 }
    }
    let alphas = Dictionary(
      (unitized?.byLabel ?? []).map { ($0.label, $0.alpha) }, uniquingKeysWith: { $1 })
    return compared.labels.indices.map { label in
      RegionLabelReport(
        compared.labels[label], regions: regions[label],
        units: tallies[label].sorted { $0.key < $1.key }.map(\.value),
        unitizedAlpha: compared.kind == .boxes
          ? nil
          : alphas[compared.labels[label]]
            ?? Estimate(undefined: .undefinedUnequalAnnotators))
    }.sorted {
      ($0.jaccard.value ?? .infinity, $0.label) < ($1.jaccard.value ?? .infinity, $1.label)
    }
  }

  /// Label × label counts, unordered.
  func cells() -> [RegionLabelCell] {
    var counts: [Pair: Int] = [:]
    for cell in compared.all.flatMap(\.cells) {
      let pair = Pair(
        first: min(cell.first, cell.second), second: max(cell.first, cell.second))
      counts[pair, default: 0] += 1
    }
    let none = compared.labels.count
    return counts.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }.map {
      RegionLabelCell(
        first: compared.labels[$0.key.first],
        second: $0.key.second == none ? nil : compared.labels[$0.key.second], count: $0.value)
    }
  }

  func spans(_ pairs: [RegionPairReport], _ options: RegionOptions) -> SpanReport {
    let shared = compared.units.indices.filter { compared.units[$0].answers.count > 1 }
    let continua = shared.map { compared.continuum($0) }
    let crews = Set(compared.units.map { $0.answers.map(\.annotator) })
    return SpanReport(
      figures: SpanFigures(jackknife),
      meanExact: PairMean(pairs.map { $0.spans?.exact.value }, undefined: .undefinedNoPairs),
      muc: Self.muc(compared.all), characterAlpha: CharacterAlpha.estimate(continua),
      unitizedAlpha: crews.count < 2 ? UnitizedAlpha(continua) : nil,
      meanUnitizedAlpha: PairMean(
        pairs.map { $0.unitizedAlpha?.alpha.value }, undefined: .undefinedNoVariation),
      gamma: options.gamma.map { GammaAgreement(continua, options: $0) },
      hasLengths: compared.units.allSatisfy { $0.length != nil })
  }
}
