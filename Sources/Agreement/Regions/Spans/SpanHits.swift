public import Domain

/// What two annotators' spans in one text have in common, counted in five ways.
public struct SpanHits: Equatable, Sendable {
  /// Same start, end and label, as multisets: of n and m equal spans min(n, m) are hits.
  public let exact: HitCounts
  /// Same start and end, whatever the label, as multisets.
  public let exactUnlabelled: HitCounts
  /// A span is a hit where it shares a character with a span of the other side with its label.
  public let overlapping: HitCounts
  /// A span is a hit where it shares a character with any span of the other side.
  public let overlappingUnlabelled: HitCounts
  /// Characters (or tokens, where offsets count tokens) with a label, each once per label.
  public let characters: HitCounts

  /// Counts what two lists share, in whatever order they stand. O(n log n).
  public init(_ first: [Domain.Span], _ second: [Domain.Span]) {
    let codes = CodedSpan.codes([first, second])
    self.init(coded: CodedSpan.coded(first, codes), CodedSpan.coded(second, codes))
  }

  /// No spans on either side.
  static let none = SpanHits(coded: [], [])

  static func + (left: Self, right: Self) -> Self { SpanHits(left, right, +) }

  static func - (left: Self, right: Self) -> Self { SpanHits(left, right, -) }

  private init(
    _ left: SpanHits, _ right: SpanHits, _ combine: (HitCounts, HitCounts) -> HitCounts
  ) {
    exact = combine(left.exact, right.exact)
    exactUnlabelled = combine(left.exactUnlabelled, right.exactUnlabelled)
    overlapping = combine(left.overlapping, right.overlapping)
    overlappingUnlabelled = combine(left.overlappingUnlabelled, right.overlappingUnlabelled)
    characters = combine(left.characters, right.characters)
  }

  /// - Parameters: Both lists in order.
  init(coded first: [CodedSpan], _ second: [CodedSpan]) {
    let plain = Self.unlabelled(first)
    let otherPlain = Self.unlabelled(second)
    exact = Self.exact(first, second)
    exactUnlabelled = Self.exact(plain, otherPlain)
    overlappingUnlabelled = Self.overlapping(plain, otherPlain)
    var overlapping = HitCounts.none
    var characters = HitCounts.none
    for label in Set(first.map(\.label) + second.map(\.label)) {
      let one = first.filter { $0.label == label }
      let other = second.filter { $0.label == label }
      overlapping = overlapping + Self.overlapping(one, other)
      characters =
        characters + Self.characters(CodedSpan.covered(one), CodedSpan.covered(other))
    }
    self.overlapping = overlapping
    self.characters = characters
  }

  private static func unlabelled(_ spans: [CodedSpan]) -> [CodedSpan] {
    spans.map { CodedSpan(start: $0.start, end: $0.end, label: 0) }
  }

  private static func exact(_ first: [CodedSpan], _ second: [CodedSpan]) -> HitCounts {
    var shared = 0
    var index = 0
    for span in first {
      while index < second.count, second[index] < span { index += 1 }
      if index < second.count, second[index] == span {
        shared += 1
        index += 1
      }
    }
    return HitCounts(
      firstHits: shared, secondHits: shared, first: first.count, second: second.count)
  }

  private static func overlapping(_ first: [CodedSpan], _ second: [CodedSpan]) -> HitCounts {
    HitCounts(
      firstHits: hits(of: first, in: second), secondHits: hits(of: second, in: first),
      first: first.count, second: second.count)
  }

  /// Spans that share a character with one of `others`: of those that begin before a span's end, the
  /// one that reaches furthest must reach beyond its start.
  private static func hits(of spans: [CodedSpan], in others: [CodedSpan]) -> Int {
    let others = others.filter { $0.length > 0 }
    var reach: [Int] = []
    for other in others { reach.append(max(other.end, reach.last ?? other.end)) }
    return spans.count { span in
      guard span.length > 0 else { return false }
      var low = 0
      var high = others.count
      while low < high {
        let middle = (low + high) / 2
        if others[middle].start < span.end { low = middle + 1 } else { high = middle }
      }
      return low > 0 && reach[low - 1] > span.start
    }
  }

  private static func characters(_ first: [CodedSpan], _ second: [CodedSpan]) -> HitCounts {
    var shared = 0
    var one = 0
    var other = 0
    while one < first.count, other < second.count {
      let start = max(first[one].start, second[other].start)
      let end = min(first[one].end, second[other].end)
      shared += max(0, end - start)
      if first[one].end < second[other].end { one += 1 } else { other += 1 }
    }
    return HitCounts(
      firstHits: shared, secondHits: shared, first: first.reduce(0) { $0 + $1.length },
      second: second.reduce(0) { $0 + $1.length })
  }
}
