package import Domain
package import Interchange

/// A batch that gold is to be put into.
package struct GoldBatchRequest: Sendable {
  /// Files of items.
  package var files: [String]
  /// Which of their columns is the id, and what annotators see.
  package var mapping: Mapping
  package var question: QuestionID
  /// How many units of gold.
  package var count: Int
  /// nil: drawn.
  package var seed: UInt64?
  /// What the new ids begin with.
  package var prefix: String
  package var out: String
  package var key: String
  package var format: BatchFormat
  /// Whether the key may lie where the batch does.
  package var isKeyBeside: Bool

  package init(
    files: [String], mapping: Mapping, question: QuestionID, count: Int, seed: UInt64?,
    prefix: String, out: String, key: String, format: BatchFormat, isKeyBeside: Bool
  ) {
    self.files = files
    self.mapping = mapping
    self.question = question
    self.count = count
    self.seed = seed
    self.prefix = prefix
    self.out = out
    self.key = key
    self.format = format
    self.isKeyBeside = isKeyBeside
  }
}
