/// Two annotators with at least one common unit.
public struct AnnotatorPair: Equatable, Sendable {
  /// The annotator with the smaller code.
  public let first: Int
  public let second: Int
  public let table: ContingencyTable
}

extension AgreementSums {
  /// Every two annotators with a common unit, by their codes; empty where pairs are not counted.
  /// O(cells).
  public var annotatorPairs: [AnnotatorPair] {
    var pairs: [AnnotatorPair] = []
    annotators.visitTables { cells in
      let table = ContingencyTable(cells)
      guard !table.cells.isEmpty else { return }
      pairs.append(AnnotatorPair(first: cells.first, second: cells.second, table: table))
    }
    return pairs
  }

  /// The tables of some pairs, in the order in which they are asked for. O(cells).
  func tables(of pairs: [PairSummary]) -> [ContingencyTable] {
    let order = pairs.indices.sorted {
      (pairs[$0].first, pairs[$0].second) < (pairs[$1].first, pairs[$1].second)
    }
    var tables = Array(repeating: ContingencyTable(cells: []), count: pairs.count)
    var next = 0
    annotators.visitTables { cells in
      guard next < order.count, pairs[order[next]].first == cells.first,
        pairs[order[next]].second == cells.second
      else { return }
      tables[order[next]] = ContingencyTable(cells)
      next += 1
    }
    return tables
  }

  /// Ratings by annotator and label, where there are any, by codes; empty where annotators are not
  /// counted.
  var annotatorRatings: [SumsRow] {
    var rows: [SumsRow] = []
    annotators.visitRatings { rows.append(SumsRow(.annotatorLabel, $0, $1, count: $2)) }
    return rows
  }

  /// The ratings of each known annotator, by code; empty where annotators are not counted.
  public var ratingsByAnnotator: [Int] {
    var ratings: [Int] = []
    annotators.visitRatings { annotator, _, count in
      if annotator >= ratings.count {
        ratings.append(contentsOf: repeatElement(0, count: annotator + 1 - ratings.count))
      }
      ratings[annotator] += count
    }
    return ratings
  }
}
