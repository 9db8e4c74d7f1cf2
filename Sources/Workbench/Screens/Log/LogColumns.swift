import Screen

/// The columns of the log's list, by its width.
struct LogColumns {
  /// Where the number of the event ends.
  let event: Int
  let when: Int?
  let what: Int
  let by: Int?
  let byWidth: Int
  let of: Int
  let ofWidth: Int
  let cites: Int?
  /// Where the hash ends, and how many digits of it there are.
  let hash: Int?
  let digits: Int

  /// `R-0007 +1`
  static let citesWidth = 9

  /// - Parameter head: the largest position that is shown.
  init(width: Int, head: Int) {
    event = 3 + max(5, SafeText(Figures.count(max(0, head))).width)
    guard width >= 60 else {
      when = nil
      what = event + 2
      by = nil
      byWidth = 0
      of = what + 11
      ofWidth = max(0, width - 1 - of)
      cites = nil
      hash = nil
      digits = 0
      return
    }
    when = event + 2
    what = event + 10
    by = event + 21
    byWidth = width >= 90 ? 12 : 8
    of = event + 21 + byWidth + 2
    digits = width >= 90 ? 8 : 4
    hash = width - 2
    let end = width - 2 - digits - 2
    let start = end - Self.citesWidth
    // What it is about comes first: where both are too much, clauses show beside the list only.
    let hasRoom = start - 2 - of >= 18
    cites = hasRoom ? start : nil
    ofWidth = max(0, (hasRoom ? start - 2 : end) - of)
  }
}
