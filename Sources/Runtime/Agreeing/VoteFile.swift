import Agreement
package import Domain
package import Interchange
import Ledger
import Store

/// Reads the votes of bare files, question by question, without a project.
package struct VoteFile {
  /// How much of a file is kept.
  package enum Detail: Sendable {
    /// Item, annotator, label, round and time: by blocks, the quickest way.
    case votes
    /// Durations, confidences, slices, models' votes and gold too, and values as they are.
    case everything
  }

  package var mapping: Mapping
  /// The declared labels in their order; empty: what is seen.
  package var labels: [LabelID]
  package var scale: Scale

  package init(mapping: Mapping, labels: [LabelID] = [], scale: Scale = .nominal) {
    self.mapping = mapping
    self.labels = labels
    self.scale = scale
    if !labels.isEmpty { self.mapping.values.labels = labels }
  }

  /// Reads a file once. Questions come in byte order of their names.
  ///
  /// - Parameter diagnostics: takes what is wrong with single rows.
  /// - Throws: `.input` where the file cannot be read or holds no rating.
  package func votes(
    of path: String, detail: Detail = .everything, diagnostics: Diagnostics
  ) throws(ProjectFailure) -> [QuestionVotes] {
    let collections = try collections(of: path, detail: detail, diagnostics: diagnostics)
      .filter { collection in collection.lines.contains { $0.origin == .person } }
    guard !collections.isEmpty else {
      let first = diagnostics.kept.first.map { "\($0)" } ?? "no rows, or none with a label"
      throw .input(
        InterchangeFailure(
          sentence: "\(path): nothing could be measured: \(first)", code: .inputRefused))
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let policy: RepeatPolicy = mapping.repeats == .first ? .first : .last
    return collections.map {
      QuestionVotes($0, source: name, scale: scale, declared: labels, policy: policy)
    }
  }

  /// The final values that a file says, by question and item: its gold values where it marks some, else
  /// what its rows say.
  ///
  /// Who says so does not matter: `annotator` of the mapping is not looked for. A unit of which rows
  /// say different things has no final value.
  package func finalValues(
    of path: String, diagnostics: Diagnostics
  ) throws(ProjectFailure) -> [QuestionID: [ItemID: Value]] {
    var copy = self
    copy.mapping.annotator = Mapping.anonymous
    copy.mapping.annotators = []
    copy.mapping.round = nil
    copy.mapping.at = nil
    copy.mapping.seconds = nil
    copy.mapping.note = nil
    copy.mapping.confidence = nil
    copy.mapping.flag = nil
    copy.mapping.slices = []
    copy.mapping.payload = .none
    let collections = try copy.collections(
      of: path, detail: .everything, diagnostics: diagnostics)
    var values: [QuestionID: [ItemID: Value]] = [:]
    for collection in collections {
      values[collection.question] = Self.finalValues(collection)
    }
    return values
  }

  private static func finalValues(_ collection: RatingCollection) -> [ItemID: Value] {
    let marked = collection.lines.filter { $0.origin == .gold }
    let lines = marked.isEmpty ? collection.lines : marked
    var values: [ItemID: Set<Value>] = [:]
    for line in lines where line.value >= 0 {
      values[collection.items[Int(line.item)], default: []]
        .insert(collection.values[Int(line.value)])
    }
    return values.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private func collections(
    of path: String, detail: Detail, diagnostics: Diagnostics
  ) throws(ProjectFailure) -> [RatingCollection] {
    let repeats = mapping.repeats
    do throws(InterchangeError) {
      let source = try ByteSource(path: path)
      let format = try ImportFormat.detect(source, mapping: mapping)
      let options = ImportOptions(mapping: mapping, digest: { Digest.sha256(of: $0) })
      switch detail {
      case .everything:
        let collector = RatingCollector()
        try format.read(source, options: options, diagnostics: diagnostics, into: collector)
        return collector.finished(repeats)
      case .votes:
        var collector = BlockCollector()
        let tables = try format.scan(source, options: options, diagnostics: diagnostics) {
          collector.append($0)
        }
        return collector.finished(tables, repeats)
      }
    } catch {
      throw .input(InterchangeFailure(error))
    }
  }
}

extension RatingCollection {
  /// Leaves one rating of each annotator, round and origin in force, as an import would: the later by
  /// time where both have one, else by their order; ratings that nobody signed all stay.
  mutating func settleRepeats(_ repeats: Interchange.Repeats) {
    var standing: [Place: Int] = [:]
    standing.reserveCapacity(lines.count)
    for index in lines.indices where lines[index].annotator >= 0 {
      let place = Place(lines[index])
      guard let other = standing[place] else {
        standing[place] = index
        continue
      }
      var isLater = true
      if let a = lines[other].at, let b = lines[index].at, a != b { isLater = a < b }
      let winner = isLater == (repeats == .last) ? index : other
      lines[winner == index ? other : index].isInForce = false
      standing[place] = winner
    }
  }

  private struct Place: Hashable {
    let item: Int32
    let annotator: Int32
    let round: Int32
    let origin: Origin

    init(_ line: Line) {
      item = line.item
      annotator = line.annotator
      round = line.round
      origin = line.origin
    }
  }
}
