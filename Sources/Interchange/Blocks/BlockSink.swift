public import Domain

/// Turns records into blocks, for formats that have no quicker way.
final class BlockSink: ImportSink {
  let tables = RatingTables()
  private let block = RatingBlock()
  private let each: (RatingBlock) -> Void

  init(each: @escaping (RatingBlock) -> Void) {
    self.each = each
  }

  func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    guard case .rating(let rating, _) = record else { return }
    note(rating)
    guard rating.origin == .person else { return }
    let row = block.count
    block.itemColumn[row] = tables.items.number(for: rating.unit.item.text)
    block.questionColumn[row] = tables.questions.number(for: rating.unit.question.text)
    if rating.value.isRegions { tables.regionQuestions.insert(block.questionColumn[row]) }
    block.annotatorColumn[row] =
      rating.annotator.map { tables.annotators.number(for: $0.text) } ?? RatingBlock.anonymous
    block.labelColumn[row] =
      rating.value.blockText.map { tables.labels.number(for: $0) } ?? RatingBlock.abstained
    block.roundColumn[row] =
      rating.round.map { tables.rounds.number(for: $0) } ?? RatingBlock.noRound
    block.timeColumn[row] = rating.at?.milliseconds ?? RatingBlock.noTime
    if rating.at != nil { block.hasTimes = true }
    block.count += 1
    if block.count == RatingBlock.capacity { flush() }
  }

  private func note(_ rating: Rating) {
    switch (rating.origin, rating.value) {
    case (.model, _): tables.beside.modelVotes += 1
    case (.gold, _): tables.beside.goldValues += 1
    case (.trial, _): break
    case (.person, .spans), (.person, .boxes): tables.beside.regions += 1
    case (.person, .labels): tables.beside.labelSets += 1
    case (.person, _): break
    }
  }

  func flush() {
    guard block.count > 0 else { return }
    tables.ratings += block.count
    each(block)
    block.count = 0
    block.hasTimes = false
  }
}

extension Value {
  fileprivate var isRegions: Bool {
    switch self {
    case .spans, .boxes: true
    case .label, .labels, .number, .text, .ranking, .abstained: false
    }
  }

  /// The value as the one name under which `RatingTables.labels` knows it; nil for an abstention.
  public var blockText: String? {
    switch self {
    case .label(let label): label.text
    case .labels(let labels): labels.map(\.text).joined(separator: "|")
    case .number(let number): number.canonicalText
    case .text(let text): text
    case .abstained: nil
    case .ranking, .spans, .boxes: Canonical.text(canonical)
    }
  }
}
