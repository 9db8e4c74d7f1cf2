import Domain
import Interchange
import Ledger

/// What kinds of value and which labels a file holds, read before a project has settings.
struct ValueSurvey {
  /// A set of labels larger than this is left open: they are rather free text.
  private static let mostLabels = 200

  private let sink = Sink()

  /// Reads a file. Rows that cannot be read play no part; the import will say so.
  mutating func read(_ path: String, mapping: Mapping) throws(ProjectFailure) {
    do throws(InterchangeError) {
      let source = try ByteSource(path: path)
      let format = try ImportFormat.detect(source, mapping: mapping)
      let options = ImportOptions(mapping: mapping, digest: { Digest.sha256(of: $0) })
      try format.read(source, options: options, diagnostics: Diagnostics(keeping: 0), into: sink)
    } catch {
      throw .input(InterchangeFailure(error))
    }
  }

  /// Settings that admit what was seen, and nothing else where that is a set of labels.
  func configuration(name: String) -> ProjectConfiguration {
    var configuration = ProjectConfiguration(name: name)
    let kind = sink.kinds.max { one, other in
      (one.value, other.key.rawValue) < (other.value, one.key.rawValue)
    }
    switch kind?.key {
    case .number: configuration.task = .number
    case .labels: configuration.task = .labels
    default: configuration.task = .label
    }
    guard configuration.task != .number, sink.labels.count <= Self.mostLabels else {
      return configuration
    }
    let scale: Scale? = configuration.task == .labels ? .set : nil
    configuration.labels = ordered(sink.labels).map { LabelDefinition(id: $0, scale: scale) }
    return configuration
  }

  /// Numbers by size, then everything else by bytes.
  private func ordered(_ labels: Set<LabelID>) -> [LabelID] {
    labels.sorted { one, other in
      switch (Number(one.text), Number(other.text)) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: one < other
      }
    }
  }

  private final class Sink: ImportSink {
    var kinds: [ValueKind: Int] = [:]
    var labels: Set<LabelID> = []

    func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
      guard case .rating(let rating, _) = record else { return }
      if rating.value != .abstained { kinds[rating.value.kind, default: 0] += 1 }
      guard labels.count <= ValueSurvey.mostLabels else { return }
      labels.formUnion(rating.value.mentionedLabels)
    }
  }
}
