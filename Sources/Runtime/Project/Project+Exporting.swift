import Domain
import Interchange
import Store

extension Project {
  /// Writes what was settled. A file appears whole or not at all.
  package func export(
    _ request: ExportRequest, standardOutput: @escaping ([UInt8]) -> Void
  ) throws(ProjectFailure) -> ExportReport {
    guard let path = request.path else {
      return try write(request) { bytes throws(InterchangeError) in standardOutput(Array(bytes)) }
    }
    try Destination.require(path, outside: folder)
    let file = try FileSink(beside: path, surroundings: surroundings)
    let report = try write(request) { bytes throws(InterchangeError) in try file.write(bytes) }
    try file.publish(as: path)
    return report
  }

  private func write(
    _ request: ExportRequest, _ sink: @escaping ByteSink
  ) throws(ProjectFailure) -> ExportReport {
    _ = try caughtUp()
    let choice = configuration.queue.release
    do {
      // From the votes alone: the same log gives the same bytes.
      if choice == .model { try index.learn(isFresh: true) }
      var writer = try UnitWriter(request, choice, sink: sink)
      var failure: InterchangeError?
      try index.visitUnits { unit in
        do throws(InterchangeError) {
          try writer.append(unit)
          return true
        } catch {
          failure = error
          return false
        }
      }
      if let failure { throw failure }
      try writer.finish()
      return writer.report(path: request.path)
    } catch let error as InterchangeError {
      throw .input(InterchangeFailure(error))
    } catch let error as ReadFailure {
      throw .read(error)
    } catch {
      throw .file(path: request.path ?? "-", reason: String(describing: error))
    }
  }
}

/// Writes units in one of the formats, and counts where their values come from.
private struct UnitWriter {
  private enum Writer {
    case gold(GoldExporter)
    case votes(VoteExporter)
    case soft(SoftLabelExporter)
    case tasks(LabelStudioExporter)
  }

  private var writer: Writer
  private let isSettledOnly: Bool
  private let choice: ReleaseChoice
  private var counts: [GoldSource: Int] = [:]
  private var task: [SettledUnit] = []

  init(
    _ request: ExportRequest, _ choice: ReleaseChoice, sink: @escaping ByteSink
  ) throws(InterchangeError) {
    self.choice = choice
    let formulas: FormulaCells = request.isNeutralised ? .neutralised : .exact
    isSettledOnly = request.isSettledOnly
    switch request.format {
    case .csv: writer = .gold(try GoldExporter(formulas: formulas, sink: sink))
    case .votesCSV: writer = .votes(try VoteExporter(formulas: formulas, sink: sink))
    case .softJSONL: writer = .soft(SoftLabelExporter(sink: sink))
    case .labelStudio: writer = .tasks(LabelStudioExporter(sink: sink))
    }
  }

  mutating func append(_ unit: SettledUnit) throws(InterchangeError) {
    guard let row = GoldRow(unit, isSettledOnly ? .settled : choice),
      !(isSettledOnly && row.source == .open)
    else { return }
    counts[row.source, default: 0] += 1
    switch writer {
    case .gold(var gold):
      try gold.append(row)
      writer = .gold(gold)
    case .soft(var soft):
      try soft.append(row)
      writer = .soft(soft)
    case .votes(var votes):
      for entry in unit.ratings where entry.isInForce { try votes.append(entry.rating) }
      try votes.append(ruling: row)
      writer = .votes(votes)
    case .tasks:
      if task.first.map({ $0.item.id != unit.item.id }) ?? false { try flushTask() }
      task.append(unit)
    }
  }

  mutating func finish() throws(InterchangeError) {
    switch writer {
    case .gold(var gold):
      try gold.finish()
      writer = .gold(gold)
    case .soft(var soft): try soft.finish()
    case .votes(var votes):
      try votes.finish()
      writer = .votes(votes)
    case .tasks:
      try flushTask()
      guard case .tasks(var tasks) = writer else { return }
      try tasks.finish()
    }
  }

  func report(path: String?) -> ExportReport {
    let neutralised: Int
    switch writer {
    case .gold(let gold): neutralised = gold.neutralised
    case .votes(let votes): neutralised = votes.neutralised
    case .soft, .tasks: neutralised = 0
    }
    return ExportReport(
      units: counts.values.reduce(0, +),
      sources: GoldSource.allCases.compactMap { source in
        counts[source].map { ExportReport.SourceCount(source: source, units: $0) }
      }, neutralised: neutralised, path: path)
  }

  /// All units of an item are one task.
  private mutating func flushTask() throws(InterchangeError) {
    guard case .tasks(var tasks) = writer, let first = task.first else { return }
    let ratings = task.flatMap { $0.ratings.filter(\.isInForce).map(\.rating) }
      .filter { $0.origin != .trial }
    let gold = task.compactMap { GoldRow($0) }.filter { $0.source == .ruled }
    try tasks.append(first.item, ratings: ratings, gold: gold)
    writer = .tasks(tasks)
    task = []
  }
}
