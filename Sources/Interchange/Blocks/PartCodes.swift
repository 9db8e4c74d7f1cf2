/// What the codes of one stretch of a file are in the whole file.
///
/// Stretches are taken up in file order, so that a name's code is the one it would have had if one
/// reader had read everything.
struct PartCodes {
  /// By one more than the annotator's code in the stretch; the first is nobody.
  let annotators: [Int32]
  let labels: [Int32]

  init(_ stretch: RatingTables, into whole: RatingTables) {
    annotators = [RatingBlock.anonymous] + Self.codes(stretch.annotators, whole.annotators)
    labels = Self.codes(stretch.labels, whole.labels)
    _ = Self.codes(stretch.questions, whole.questions)
  }

  private static func codes(_ stretch: InternTable, _ whole: InternTable) -> [Int32] {
    stretch.names.map { whole.number(for: $0) }
  }
}
