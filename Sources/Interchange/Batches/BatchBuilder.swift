public import Domain

/// Collects what a reader hands over and writes it as a batch: sorted, each item once, in bounded
/// memory.
///
/// Of several sights of one item the first with a payload is kept; a later one that shows something
/// else is a diagnostic. Repeated ratings are all kept, with a diagnostic each.
public final class BatchBuilder: ImportSink {
  private let file: String
  private let diagnostics: Diagnostics
  private let sorter: RecordSorter
  private var recent = RecentItems()
  private var forms: [QuestionID: LabelForms] = [:]

  /// - Parameters:
  ///   - file: what stands in diagnostics.
  ///   - scratch: a folder of the caller's for what does not fit into memory; empty afterwards.
  ///   - memory: bytes of records held at once.
  public init(
    file: String, scratch: String, memory: Int = 48 << 20, diagnostics: Diagnostics
  ) {
    self.file = file
    self.diagnostics = diagnostics
    sorter = RecordSorter(directory: scratch, memory: memory)
  }

  public func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    switch record {
    case .item(let item):
      guard recent.isNew(item) else { return }
    case .rating(let rating, _):
      switch rating.value {
      case .label: forms[rating.unit.question, default: []].insert(.single)
      case .labels: forms[rating.unit.question, default: []].insert(.set)
      default: break
      }
    }
    try sorter.append(record, line: line)
  }

  /// Writes everything in order and ends the stream. To be called once.
  ///
  /// A question that was answered with one label here and with several there is a question of sets:
  /// its single labels become sets of one.
  public func write(to writer: BatchWriter) throws(InterchangeError) -> BatchCounts {
    let mixed = Set(forms.filter { $0.value == [.single, .set] }.keys)
    var merging = BatchMerge(
      file: file, diagnostics: diagnostics, writer: writer, questionsOfSets: mixed)
    try sorter.merge { entry throws(InterchangeError) in try merging.take(entry) }
    return try merging.finish()
  }

  private struct LabelForms: OptionSet {
    let rawValue: Int
    static let single = LabelForms(rawValue: 1)
    static let set = LabelForms(rawValue: 2)
  }
}

/// What a batch holds.
public struct BatchCounts: Hashable, Sendable {
  public internal(set) var items = 0
  public internal(set) var ratings = 0
  /// Ratings beyond the first by one annotator of one unit in one round.
  public internal(set) var repeats = 0
}
