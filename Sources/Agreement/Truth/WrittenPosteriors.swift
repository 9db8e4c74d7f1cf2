/// Posteriors that a look at all votes has written.
struct WrittenPosteriors {
  let units: [UnitTruth]

  /// Units × labels; empty where only a summary is kept.
  let posteriors: [Double]

  /// - Parameter write: Writes every unit.
  init(_ rows: VoteRows, detail: PosteriorDetail, _ write: (PosteriorOutput) -> Void) {
    let size = detail == .rows ? rows.unitCount * rows.labelCount : 0
    var numbers: [Double] = []
    units = [UnitTruth](unsafeUninitializedCapacity: rows.unitCount) { units, count in
      guard let first = units.baseAddress else { return }
      numbers = [Double](unsafeUninitializedCapacity: size) { buffer, count in
        write(PosteriorOutput(units: first, posteriors: size == 0 ? nil : buffer.baseAddress))
        count = size
      }
      count = rows.unitCount
    }
    posteriors = numbers
  }
}
