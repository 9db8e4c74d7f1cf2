package import Domain

/// Reads `tiebreak.toml`, strictly: whatever it does not know is an error with its place.
package enum ConfigurationReader {
  /// - Parameters:
  ///   - text: the whole of the file.
  ///   - file: its name in messages.
  /// - Throws: every problem at once, in the order of the file; of a text that is no TOML the first.
  /// - Complexity: O(bytes), and where a name is unknown also the number of known ones.
  package static func read(
    _ text: String, file: String
  ) throws(ConfigurationError) -> ProjectConfiguration {
    try read(text, file: file, isRecorded: false)
  }

  /// Reads settings as an event recorded them: before `[gate]` had a grammar anything could stand
  /// there, and such settings stay in force. What is not understood there sets no bar.
  package static func readRecorded(
    _ text: String, file: String
  ) throws(ConfigurationError) -> ProjectConfiguration {
    try read(text, file: file, isRecorded: true)
  }

  private static func read(
    _ text: String, file: String, isRecorded: Bool
  ) throws(ConfigurationError) -> ProjectConfiguration {
    let document = try Document.read(text, file: file)
    let problems = ProblemCollector(document.source)
    let root = RootReader(document, tables: tables, problems: problems)
    var configuration = assemble(root)
    let gate = isRecorded ? ProblemCollector(document.source) : problems
    configuration.gate = GateSection.read(root.reporting(to: gate), KnownNames(root))
    try problems.throwIfAny()
    return configuration
  }

  /// The tables a file may have.
  private static let tables = [
    "annotators", "gate", "guideline", "labels", "log", "members", "project", "queue", "routes",
    "sources",
    "tiers",
  ]

  private static func assemble(_ root: RootReader) -> ProjectConfiguration {
    var configuration = ProjectSection.read(root)
    configuration.tiers = TierSection.read(root)
    let known = KnownNames(root)
    configuration.labels = LabelSection.read(root, known)
    configuration.queue = QueueSection.read(root)
    configuration.routes = RouteSection.read(root, known)
    configuration.members = MemberSection.read(root)
    configuration.aliases = AliasSection.read(root)
    configuration.sources = SourceSection.read(root)
    configuration.logKeys = LogSection.read(root)
    configuration.guideline = GuidelineSection.read(root)
    return configuration
  }
}
