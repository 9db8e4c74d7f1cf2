/// What comparing pairs of annotators adds up to. Integers, so that tallies of units add and subtract
/// and the order of units changes nothing.
struct RegionTally {
  /// Pairs of answers compared, and those in which both are empty.
  var comparisons = 0
  var bothEmpty = 0
  /// Regions of both sides, each once per comparison.
  var first = 0
  var second = 0
  var matched = 0
  var agreeing = 0
  /// Σ IoU of matched regions, in multiples of 2⁻⁶².
  private(set) var overlap = Int128(0)
  /// Comparisons in which a crowd was not matched for certain as well as can be.
  var crowded = 0
  /// Σ over labels of (times the label is on a matched region)².
  private(set) var labelSquares = Int128(0)
  /// Times a label is on a matched region, either side.
  private(set) var labels: [Int: Int] = [:]
  var hits = SpanHits.none
  /// Σ B of the comparisons, in multiples of 2⁻⁶².
  private(set) var boundary = Int128(0)

  init() {}

  init(_ match: RegionMatch, _ one: RegionSheet, _ other: RegionSheet) {
    comparisons = 1
    bothEmpty = match.firstCount + match.secondCount == 0 ? 1 : 0
    first = match.firstCount
    second = match.secondCount
    matched = match.pairs.count
    agreeing = match.agreeing
    crowded = match.isBest ? 0 : 1
    for pair in match.pairs {
      overlap += Self.fixed(pair.overlap)
      labels[one.labels[pair.first], default: 0] += 1
      labels[other.labels[pair.second], default: 0] += 1
    }
    labelSquares = labels.values.reduce(0) { $0 + Int128($1) * Int128($1) }
  }

  mutating func count(_ hits: SpanHits, boundary similarity: Double) {
    self.hits = hits
    boundary = Self.fixed(similarity)
  }

  mutating func add(_ other: RegionTally) {
    combine(other, sign: 1, labels: labels)
    labels.merge(other.labels) { $0 + $1 }
  }

  /// The tally without a part of it, for its figures only: the labels are not kept apart. O(labels of
  /// the part).
  func without(_ part: RegionTally) -> RegionTally {
    var rest = self
    rest.labels = [:]
    rest.combine(part, sign: -1, labels: labels)
    return rest
  }

  private mutating func combine(_ other: RegionTally, sign: Int, labels: [Int: Int]) {
    comparisons += sign * other.comparisons
    bothEmpty += sign * other.bothEmpty
    first += sign * other.first
    second += sign * other.second
    matched += sign * other.matched
    agreeing += sign * other.agreeing
    overlap += Int128(sign) * other.overlap
    crowded += sign * other.crowded
    boundary += Int128(sign) * other.boundary
    hits = sign > 0 ? hits + other.hits : hits - other.hits
    for (label, times) in other.labels {
      let before = labels[label] ?? 0
      let after = before + sign * times
      labelSquares += Int128(after) * Int128(after) - Int128(before) * Int128(before)
    }
  }

  private static func fixed(_ share: Double) -> Int128 { Int128((share * 0x1p62).rounded()) }

  /// Whether both found the same regions; like every figure here nil where it is undefined.
  var found: Double? {
    comparisons == 0 ? nil : RegionMatching.f1(matched: matched, first: first, second: second)
  }

  var foundWithLabel: Double? {
    comparisons == 0 ? nil : RegionMatching.f1(matched: agreeing, first: first, second: second)
  }

  var overlapSum: Double { Double(overlap) * 0x1p-62 }

  var samePlace: Double? { matched == 0 ? nil : overlapSum / Double(matched) }

  var quality: Double? {
    guard comparisons > 0 else { return nil }
    return first + second == 0 ? 1 : 2 * overlapSum / Double(first + second)
  }

  var sameLabel: Double? { matched == 0 ? nil : Double(agreeing) / Double(matched) }

  /// p_e of π among matched regions, each pair counted both ways.
  var labelChance: Double? {
    matched == 0 ? nil : Double(labelSquares) / (4 * Double(matched) * Double(matched))
  }

  /// κ among matched regions with the label shares of both sides together (Scott's π).
  var labelKappa: Double? {
    let square = 4 * Int128(matched) * Int128(matched)
    guard matched > 0, labelSquares != square else { return nil }
    let observed = 4 * Int128(agreeing) * Int128(matched)
    return Double(observed - labelSquares) / Double(square - labelSquares)
  }

  var boundarySimilarity: Double? {
    comparisons == 0 ? nil : Double(boundary) * 0x1p-62 / Double(comparisons)
  }
}
