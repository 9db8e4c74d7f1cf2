import Agreement
import Domain
import Interchange
import Store

/// Takes records of a file as codes, and remembers the slice of each item.
final class SliceSink: ImportSink {
  private let slice: String
  private(set) var items = NameCodes()
  private(set) var labels = NameCodes()
  private(set) var annotators = NameCodes()
  private(set) var questions = NameCodes()
  /// By item code; nil where the item has no such slice.
  private(set) var values: [String?] = []
  /// By question code.
  private(set) var columns: [HeatColumns] = []
  /// The codes of questions in which people marked spans or boxes.
  private(set) var regionQuestions: Set<Int> = []
  /// How many items have the slice.
  private(set) var sliced = 0

  init(slice: String) {
    self.slice = slice
  }

  func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    switch record {
    case .item(let item):
      let code = code(of: item.id)
      // Every row hands over its item: the first that says something counts.
      guard values[code] == nil,
        let found = item.slices.first(where: { $0.key.utf8.elementsEqual(slice.utf8) })
      else { return }
      values[code] = found.value
      sliced += 1
    case .rating(let rating, _):
      guard rating.origin == .person else { return }
      let question = questions.code(rating.unit.question.text)
      if question == columns.count { columns.append(HeatColumns()) }
      guard rating.value != .abstained else { return }
      if Regions(rating.value) != nil { regionQuestions.insert(question) }
      columns[question].append(
        item: Int32(code(of: rating.unit.item)),
        annotator: rating.annotator.map { Int32(annotators.code($0.text)) }
          ?? RatingBlock.anonymous,
        label: Int32(labels.code(rating.value.name)),
        time: rating.at?.milliseconds ?? RatingBlock.noTime)
    }
  }

  private func code(of item: ItemID) -> Int {
    let code = items.code(item.text)
    if code == values.count { values.append(nil) }
    return code
  }
}

/// Codes for names, in the order in which they are first seen.
struct NameCodes {
  private enum NameSpace: Sendable {}
  private var codes: [Identifier<NameSpace>: Int] = [:]
  private(set) var names: [String] = []

  mutating func code(_ name: String) -> Int {
    let key = Identifier<NameSpace>(name)
    if let code = codes[key] { return code }
    codes[key] = names.count
    names.append(name)
    return names.count - 1
  }
}
