import Domain

/// A span whose label is a number: comparing and ordering it costs nothing.
struct CodedSpan: Hashable, Comparable {
  let start: Int
  let end: Int
  let label: Int

  var length: Int { max(0, end - start) }

  static func < (left: Self, right: Self) -> Bool {
    (left.start, left.end, left.label) < (right.start, right.end, right.label)
  }

  /// Spans in order. Labels that `codes` does not know are all alike.
  static func coded(_ spans: [Domain.Span], _ codes: [LabelID: Int]) -> [CodedSpan] {
    spans.map { CodedSpan(start: $0.start, end: $0.end, label: codes[$0.label] ?? -1) }.sorted()
  }

  /// A code for every label of these spans, in byte order.
  static func codes(_ lists: [[Domain.Span]]) -> [LabelID: Int] {
    let labels = Set(lists.joined().map(\.label)).sorted()
    return Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
  }

  /// Stretches covered by spans of one label, in order, those that overlap or touch put together.
  static func covered(_ sorted: [CodedSpan]) -> [CodedSpan] {
    var covered: [CodedSpan] = []
    for span in sorted where span.length > 0 {
      if let last = covered.last, span.start <= last.end {
        covered[covered.count - 1] = CodedSpan(
          start: last.start, end: max(last.end, span.end), label: span.label)
      } else {
        covered.append(span)
      }
    }
    return covered
  }
}
