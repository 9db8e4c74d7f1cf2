/// Gathers what is wrong with one file, so that all of it is said at once.
final class ProblemCollector {
  /// More than this many are counted, not listed.
  static let limit = 100

  let source: SourceText
  private var found: [Finding] = []

  private struct Finding {
    let offset: Int
    let message: String
  }

  init(_ source: SourceText) {
    self.source = source
  }

  /// - Parameter offset: the byte of the file at which it stands.
  func report(_ message: String, at offset: Int) {
    found.append(Finding(offset: offset, message: message))
  }

  /// - Throws: everything that was reported, in the order of the file.
  func throwIfAny() throws(ConfigurationError) {
    guard !found.isEmpty else { return }
    let ordered = found.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    let listed = ordered.prefix(Self.limit).map {
      source.problem($0.element.message, at: $0.element.offset)
    }
    throw ConfigurationError(listed, omitted: found.count - listed.count)
  }
}
