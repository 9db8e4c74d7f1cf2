/// The list of pairs of annotators that a report shows.
enum PairReports {
  /// So many pairs are worth a core.
  private static let pairsOfCore = 256

  /// The pairs with most common units, of equal ones those whose names come first.
  ///
  /// Each line is computed from its own table, so that nothing depends on how many cores do it.
  static func all(
    _ sums: AgreementSums, _ pairs: [PairSummary], _ annotators: [String], labelCount: Int
  ) -> [PairReport] {
    let ranks = ranks(annotators)
    let listed = pairs.filter { $0.second < annotators.count }
      .map { Place($0, ranks) }
      .sorted { ($1.units, $0.first, $0.second) < ($0.units, $1.first, $1.second) }
      .prefix(AgreementReport.pairLimit)
    let names = annotators.indices.sorted { ranks[$0] < ranks[$1] }.map { annotators[$0] }
    let tables = sums.tables(of: listed.map(\.summary))
    let places = Array(listed)
    return concurrently(places.count) { index in
      PairReport(
        first: names[places[index].first], second: names[places[index].second],
        table: tables[index], labelCount: labelCount)
    }
  }

  /// Where a pair stands in the list.
  private struct Place {
    let summary: PairSummary
    /// The places of both names among all names, the earlier one first.
    let first: Int
    let second: Int

    var units: Int { summary.units }

    init(_ summary: PairSummary, _ ranks: [Int]) {
      self.summary = summary
      first = min(ranks[summary.first], ranks[summary.second])
      second = max(ranks[summary.first], ranks[summary.second])
    }
  }

  /// By code: the place of a name among all names.
  private static func ranks(_ names: [String]) -> [Int] {
    let order = names.indices.sorted {
      names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
    }
    var ranks = Array(repeating: 0, count: names.count)
    for (rank, code) in order.enumerated() { ranks[code] = rank }
    return ranks
  }

  private static func concurrently(
    _ count: Int, _ report: (Int) -> PairReport
  ) -> [PairReport] {
    let shards = max(1, min(CoreShare.cores, count / pairsOfCore))
    var pieces = Array(repeating: [PairReport](), count: shards)
    pieces.withUnsafeMutableBufferPointer { pieces in
      CoreShare.each(shards) { shard in
        pieces[shard] = (count * shard / shards..<count * (shard + 1) / shards).map(report)
      }
    }
    return Array(pieces.joined())
  }
}
