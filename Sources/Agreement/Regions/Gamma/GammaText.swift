import Domain

/// One text for γ: its units by annotator, and random texts made from it.
struct GammaText {
  /// The units of each annotator from left to right; annotators in the order of their units.
  private let rows: [[CodedSpan]]
  private let bounds: Range<Int>
  /// The mean length of a unit.
  private let meanLength: Double

  init(_ continuum: SpanContinuum, codes: [LabelID: Int]) {
    rows = continuum.answers.map { CodedSpan.coded($0, codes) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    bounds = continuum.bounds
    let lengths = rows.joined().map(\.length)
    meanLength =
      lengths.isEmpty ? 0 : Double(lengths.reduce(0, +)) / Double(lengths.count)
  }

  var annotators: Int { rows.count }

  var unitCount: Int { rows.reduce(0) { $0 + $1.count } }

  /// A number that depends on where the units lie and on nothing else.
  var fingerprint: UInt64 {
    let words = rows.map { row in row.map { "\($0.start):\($0.end)" }.joined(separator: " ") }
    return SeededOrder.hash(words.joined(separator: "|"))
  }

  /// The disorders of the best alignment; nil beyond the limits.
  func observed(_ dissimilarity: GammaDissimilarity, _ limit: GammaLimit) -> GammaOutcome? {
    Self.outcome(rows, dissimilarity, limit)
  }

  /// The disorders of a random text: every row is a random annotator's, moved round the text by a
  /// random distance, different rows by distances at least half a unit apart (Mathet et al. 2015,
  /// section 5.2). Texts without a unit are drawn again.
  func random(
    _ dissimilarity: GammaDissimilarity, _ limit: GammaLimit, _ draws: inout SeededOrder
  ) -> GammaOutcome? {
    var moved: [[CodedSpan]] = []
    repeat {
      moved = []
      var shifts: [Int] = []
      for _ in rows {
        let row = rows[draws.next(below: rows.count)]
        let shift = shift(besides: shifts, &draws)
        shifts.append(shift)
        moved.append(row.map { self.moved($0, by: shift) }.sorted())
      }
    } while moved.allSatisfy(\.isEmpty)
    return Self.outcome(moved, dissimilarity, limit)
  }

  private func shift(besides others: [Int], _ draws: inout SeededOrder) -> Int {
    let length = bounds.count
    // A text of spans without a length has nowhere to move them.
    guard length > 0 else { return 0 }
    var shift = 0
    for _ in 0..<100 {
      shift = draws.next(below: length)
      let isApart = others.allSatisfy { other in
        let apart = abs(shift - other)
        return 2 * Double(min(apart, length - apart)) >= meanLength
      }
      if isApart { break }
    }
    return shift
  }

  /// A unit further right; one that would begin beyond the end begins anew at the left.
  private func moved(_ span: CodedSpan, by shift: Int) -> CodedSpan {
    let distance =
      span.start + shift >= bounds.upperBound ? shift - bounds.count : shift
    return CodedSpan(
      start: span.start + distance, end: span.end + distance, label: span.label)
  }

  private static func outcome(
    _ rows: [[CodedSpan]], _ dissimilarity: GammaDissimilarity, _ limit: GammaLimit
  ) -> GammaOutcome? {
    let units = rows.enumerated().flatMap { annotator, row in
      row.map { GammaUnit(annotator: annotator, span: $0) }
    }.sorted { ($0.span, $0.annotator) < ($1.span, $1.annotator) }
    let alignment = GammaAlignment(
      units, annotators: rows.count, dissimilarity: dissimilarity, limit: limit)
    return alignment.map {
      GammaOutcome($0, units, annotators: rows.count, dissimilarity: dissimilarity)
    }
  }
}
