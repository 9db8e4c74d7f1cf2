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
    var cells: [ContingencyTable.Cell] = []
    var current = (first: -1, second: -1)
    func close() {
      guard !cells.isEmpty else { return }
      pairs.append(
        AnnotatorPair(
          first: current.first, second: current.second, table: ContingencyTable(cells: cells)))
      cells.removeAll(keepingCapacity: true)
    }
    annotators.visitPairCells { cell in
      if (cell.first, cell.second) != current {
        close()
        current = (cell.first, cell.second)
      }
      cells.append(
        ContingencyTable.Cell(row: cell.firstLabel, column: cell.secondLabel, count: cell.count))
    }
    close()
    return pairs
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
