extension AgreementSums {
  /// The largest label or annotator code that is believed when rows are read back.
  private static let codeLimit = 1 << 24

  /// All integers that are not zero, by table, then by keys. O(cells).
  public var rows: [SumsRow] {
    var rows: [SumsRow] = []
    for stratum in strata {
      append(stratum, to: &rows)
    }
    annotators.visitRatings { annotator, label, count in
      rows.append(SumsRow(.annotatorLabel, annotator, label, count: count))
    }
    annotators.visitPairCells { cell in
      rows.append(
        SumsRow(
          .annotatorPair, cell.first, cell.second, cell.firstLabel, cell.secondLabel,
          count: cell.count))
    }
    return rows.sorted { one, other in
      (one.table.rawValue, one.first, one.second, one.third, one.fourth)
        < (other.table.rawValue, other.first, other.second, other.third, other.fourth)
    }
  }

  /// Reads rows back, in any order; several rows of one place add up.
  ///
  /// - Throws: `malformedRow` for a key that is negative or absurdly large.
  public init(
    rows: some Sequence<SumsRow>, detail: AnnotatorDetail = .pairs
  ) throws(AgreementError) {
    self.init(detail: detail)
    for row in rows { try apply(row) }
  }

  /// Adds one row.
  ///
  /// - Throws: `malformedRow` for a key that is negative or absurdly large.
  public mutating func apply(_ row: SumsRow) throws(AgreementError) {
    guard isWellFormed(row) else { throw .malformedRow(row) }
    switch row.table {
    case .annotatorLabel:
      modifyAnnotators { $0.add(row.count, annotator: row.first, label: row.second) }
    case .annotatorPair:
      modifyAnnotators {
        $0.add(
          AnnotatorPairCounts.Cell(
            first: row.first, second: row.second, firstLabel: row.third,
            secondLabel: row.fourth, count: row.count))
      }
    case .units, .agreement, .agreementSquared, .labelRatings, .labelAgreement, .labelMoment,
      .labelPair:
      let labels = max(row.second, row.third) + 1
      modifyStratum(size: row.first, labels: labels) { $0.apply(row) }
    }
  }

  private func isWellFormed(_ row: SumsRow) -> Bool {
    let keys = [row.first, row.second, row.third, row.fourth]
    guard keys.allSatisfy({ $0 >= 0 }), keys.dropFirst().allSatisfy({ $0 < Self.codeLimit })
    else { return false }
    switch row.table {
    case .annotatorLabel: return row.first < Self.codeLimit
    case .annotatorPair: return row.first < row.second
    case .labelPair: return row.first > 0 && row.second < row.third
    case .units, .agreement, .agreementSquared, .labelRatings, .labelAgreement, .labelMoment:
      return row.first > 0
    }
  }

  private func append(_ stratum: Stratum, to rows: inout [SumsRow]) {
    func add(_ table: SumsRow.Table, _ second: Int, _ third: Int, _ count: Int) {
      guard count != 0 else { return }
      rows.append(SumsRow(table, stratum.size, second, third, count: count))
    }
    add(.units, 0, 0, stratum.units)
    add(.agreement, 0, 0, stratum.agreement)
    add(.agreementSquared, 0, 0, stratum.agreementSquared)
    for (label, sums) in stratum.labels.enumerated() {
      add(.labelRatings, label, 0, sums.ratings)
      add(.labelAgreement, label, 0, sums.agreement)
      add(.labelMoment, label, 0, sums.moment)
    }
    stratum.pairs.visit { add(.labelPair, $0.lower, $0.upper, $0.count) }
  }
}

extension AgreementSums: Equatable {
  /// True if both count the same, whatever their history. O(cells).
  public static func == (one: AgreementSums, other: AgreementSums) -> Bool {
    one.rows == other.rows
  }
}

extension Stratum {
  /// Adds one row of this stratum, for whose labels there is room.
  fileprivate mutating func apply(_ row: SumsRow) {
    switch row.table {
    case .units: units += row.count
    case .agreement: agreement += row.count
    case .agreementSquared: agreementSquared += row.count
    case .labelRatings: labels[row.second].ratings += row.count
    case .labelAgreement: labels[row.second].agreement += row.count
    case .labelMoment: labels[row.second].moment += row.count
    case .labelPair: pairs.add(row.count, row.second, row.third)
    case .annotatorLabel, .annotatorPair: break
    }
  }
}
