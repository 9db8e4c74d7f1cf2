public import Domain

/// What somebody, usually a model, says of one unit: a probability for each label.
public struct ProbabilityRow: Hashable, Sendable {
  public let item: ItemID
  /// Nil where the line does not say.
  public let question: QuestionID?
  /// By label, each from 0 to 1; what they add up to is for the reader to judge.
  public let probabilities: [LabelID: Double]

  /// Reads JSON Lines: objects with `item`, perhaps `question`, and `probabilities`, an object of
  /// numbers by label; `distribution` is taken for it, so that soft labels can be read too. An array
  /// of such objects does as well.
  ///
  /// - Parameter diagnostics: takes what is wrong with single lines; these are left out.
  /// - Throws: where the file cannot be read.
  public static func read(
    _ source: ByteSource, diagnostics: Diagnostics, limits: Limits = Limits(),
    _ each: (ProbabilityRow) -> Void
  ) throws(InterchangeError) {
    let splitter = try JSONSplitter(source, limits: limits, diagnostics: diagnostics)
    let reader = try JSONReader(depthLimit: limits.depth)
    while let (element, row) = try splitter.next(reader) {
      guard let item = row["item"]?.string, !item.isEmpty else {
        splitter.refuse(element, .emptyItem, "the line names no item")
        continue
      }
      guard let shares = (row["probabilities"] ?? row["distribution"])?.numbers else {
        splitter.refuse(element, .badValue, "“probabilities” is no object of numbers by label")
        continue
      }
      guard shares.values.allSatisfy({ (0...1).contains($0) }) else {
        splitter.refuse(element, .badValue, "a probability is not between 0 and 1")
        continue
      }
      each(
        ProbabilityRow(
          item: ItemID(item), question: row["question"]?.string.map { QuestionID($0) },
          probabilities: shares))
    }
  }
}

extension JSONNode {
  /// Numbers by their names, or nil where this is something else.
  fileprivate var numbers: [LabelID: Double]? {
    guard isObject else { return nil }
    var numbers: [LabelID: Double] = [:]
    for member in members {
      guard let number = member.value.double else { return nil }
      numbers[LabelID(member.name)] = number
    }
    return numbers
  }
}
