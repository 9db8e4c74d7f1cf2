import Domain
import Interchange
import Store

/// Takes the blocks of a file and sorts its ratings into questions; numbers of names stay as they are in
/// the file's tables until the end.
struct BlockCollector {
  private var lines: [Int32: [RatingCollection.Line]] = [:]

  mutating func append(_ block: RatingBlock) {
    guard let first = block.questions.first else { return }
    if block.questions.allSatisfy({ $0 == first }) {
      append(block, block.questions.indices, to: first)
      return
    }
    for question in Set(block.questions).sorted() {
      append(
        block, block.questions.indices.filter { block.questions[$0] == question }, to: question)
    }
  }

  private mutating func append(
    _ block: RatingBlock, _ rows: some Sequence<Int>, to question: Int32
  ) {
    for row in rows {
      let time = block.hasTimes ? block.times[row] : RatingBlock.noTime
      lines[question, default: []].append(
        RatingCollection.Line(
          item: block.items[row], annotator: block.annotators[row], value: block.labels[row],
          round: block.rounds[row], batch: 1, origin: .person, isInForce: true,
          at: time == RatingBlock.noTime ? nil : time, milliseconds: nil, confidence: nil))
    }
  }

  /// By question in byte order of their names.
  mutating func finished(
    _ tables: RatingTables, _ repeats: Interchange.Repeats
  ) -> [RatingCollection] {
    let items = tables.items.names.map { ItemID($0) }
    let annotators = tables.annotators.names.map { AnnotatorID($0) }
    let values = tables.labels.names.map { Value.label(LabelID($0)) }
    let rounds = tables.rounds.names
    let questions = lines.keys.map { ($0, QuestionID(tables.questions[$0])) }
      .sorted { $0.1 < $1.1 }
    return questions.map { code, name in
      var collection = RatingCollection(question: name)
      collection.lines = lines.removeValue(forKey: code) ?? []
      collection.items = items
      collection.annotators = annotators
      collection.values = values
      collection.rounds = rounds
      if questions.count > 1 { collection.dropUnused() }
      collection.settleRepeats(repeats)
      return collection
    }
  }
}

extension RatingCollection {
  /// Leaves out items and values that no line of this question names.
  fileprivate mutating func dropUnused() {
    let usedItems = Renumbering.compact(lines.map(\.item), of: items.count)
    let usedValues = Renumbering.compact(lines.map(\.value), of: values.count)
    items = usedItems.order.map { items[$0] }
    values = usedValues.order.map { values[$0] }
    for index in lines.indices {
      lines[index].item = usedItems(lines[index].item)
      lines[index].value = usedValues(lines[index].value)
    }
  }
}

extension Renumbering {
  /// The numbers that occur, without gaps.
  fileprivate static func compact(_ used: [Int32], of count: Int) -> Renumbering {
    var isUsed = Array(repeating: false, count: count)
    for number in used where number >= 0 { isUsed[Int(number)] = true }
    return Renumbering(isUsed.indices.filter { isUsed[$0] }, of: count)
  }
}
