package import Domain

/// What the tables are derived from, besides the log.
package struct Derivation: Sendable {
  /// Reads the text of settings that were applied; nil where it cannot be read. It is called often:
  /// a caller to whom that is dear remembers its last answer.
  package let configuration: @Sendable (String) -> ProjectConfiguration?
  package let batches: any BatchSource

  package init(
    batches: any BatchSource,
    configuration: @escaping @Sendable (String) -> ProjectConfiguration?
  ) {
    self.batches = batches
    self.configuration = configuration
  }
}
