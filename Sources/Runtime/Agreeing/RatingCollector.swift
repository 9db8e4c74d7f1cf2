import Domain
import Interchange
import Store

/// Takes the records of a file and sorts its ratings into questions.
final class RatingCollector: ImportSink {
  private var questions: [QuestionID: Question] = [:]
  private var slices: [ItemID: [Slice]] = [:]

  func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    switch record {
    case .item(let item):
      if !item.slices.isEmpty, slices[item.id] == nil { slices[item.id] = item.slices }
    case .rating(let rating, _):
      let name = rating.unit.question
      questions[name, default: Question(name)].append(rating)
    }
  }

  /// What was read, by question in byte order of their names.
  func finished(_ repeats: Interchange.Repeats) -> [RatingCollection] {
    questions.keys.sorted().compactMap { questions.removeValue(forKey: $0) }.map { question in
      var collection = question.collection
      collection.makeSetsOfMixedForms()
      if !slices.isEmpty { collection.slices = collection.items.map { slices[$0] ?? [] } }
      collection.settleRepeats(repeats)
      return collection
    }
  }

  /// One question's ratings with the numbers of its names.
  private struct Question {
    private(set) var collection: RatingCollection
    private var items: [ItemID: Int32] = [:]
    private var annotators: [AnnotatorID: Int32] = [:]
    private var values: [Value: Int32] = [:]
    private var rounds: [Identifier<RatingCollection>: Int32] = [:]

    init(_ name: QuestionID) {
      collection = RatingCollection(question: name)
    }

    mutating func append(_ rating: Rating) {
      collection.lines.append(
        RatingCollection.Line(
          item: Self.number(rating.unit.item, &items, &collection.items),
          annotator: rating.annotator.map {
            Self.number($0, &annotators, &collection.annotators)
          } ?? -1,
          value: value(rating.value), round: round(rating.round), batch: 1,
          origin: rating.origin, isInForce: true, at: rating.at?.milliseconds,
          milliseconds: rating.milliseconds.map { Int64($0) },
          confidence: rating.confidence?.double))
    }

    private mutating func value(_ value: Value) -> Int32 {
      if value == .abstained { return -1 }
      if let known = values[value] { return known }
      return Self.number(value.counted, &values, &collection.values)
    }

    private mutating func round(_ name: String?) -> Int32 {
      guard let name else { return -1 }
      if let known = rounds[Identifier(name)] { return known }
      let number = Int32(collection.rounds.count)
      collection.rounds.append(name)
      rounds[Identifier(name)] = number
      return number
    }

    private static func number<Name: Hashable>(
      _ name: Name, _ known: inout [Name: Int32], _ names: inout [Name]
    ) -> Int32 {
      if let number = known[name] { return number }
      let number = Int32(names.count)
      known[name] = number
      names.append(name)
      return number
    }
  }
}

extension Value {
  /// An amount in the one spelling that votes are counted by.
  var counted: Value {
    guard case .number(let number) = self, let plain = Number(number.canonicalText) else {
      return self
    }
    return .number(plain)
  }
}

extension RatingCollection {
  /// A question that was answered with one label here and with several there is a question of sets:
  /// its single labels become sets of one, as in an import.
  mutating func makeSetsOfMixedForms() {
    let kinds = Set(values.map(\.kind))
    guard kinds.contains(.label), kinds.contains(.labels) else { return }
    var merged: [Value] = []
    var codes: [Value: Int32] = [:]
    let renumbered = values.map { value -> Int32 in
      var value = value
      if case .label(let label) = value { value = .labels([label]) }
      if let known = codes[value] { return known }
      codes[value] = Int32(merged.count)
      merged.append(value)
      return Int32(merged.count - 1)
    }
    for index in lines.indices where lines[index].value >= 0 {
      lines[index].value = renumbered[Int(lines[index].value)]
    }
    values = merged
  }
}
