import Agreement
import Domain

/// Codes of values without gaps, in an order that does not depend on imports: declared labels in their
/// order, then whatever else was given or ruled.
struct LabelCodes {
  let values: [Value]
  /// By the number of a value; numbers are given one after another.
  private var codes: [Int32]
  private var valueCodes: [Value: Int32] = [:]

  /// - Parameters:
  ///   - seen: numbers of values as votes are counted by them.
  ///   - outcomes: rulings, whose values nobody need have given.
  init(_ book: NameBook, seen: Set<Int64>, also outcomes: some Collection<Outcome>) throws {
    var all = try seen.sorted().map { try book.vote($0) }
    var known = Set(all.map(\.value))
    let isLabelled = book.settings.declaredCount(for: all.first?.value) != nil || all.isEmpty
    let declared =
      isLabelled ? book.settings.configuration.labels.map { Value.label($0.id) } : []
    for value in declared + outcomes.compactMap(\.value) where known.insert(value).inserted {
      all.append(
        book.settings.voteValue(
          id: -Int64(all.count) - 1, value: value, content: Canonical.text(value.canonical)))
    }
    all.sort(by: VoteValue.areInOrder)
    values = all.map(\.value)
    codes = Array(repeating: -1, count: Int(max(0, seen.max() ?? 0)) + 1)
    for (code, value) in all.enumerated() {
      if value.id > 0 { codes[Int(value.id)] = Int32(code) }
      valueCodes[value.value] = Int32(code)
    }
  }

  /// −1 for what is no value.
  func code(_ vote: Int64) -> Int32 { codes[Int(vote)] }

  func code(_ value: Value) -> Int32? { valueCodes[value] }
}
