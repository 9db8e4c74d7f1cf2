import Domain
import Interchange

/// How a file's answers are taken: which of them answer a trial, and what its items stand for.
struct TrialReading: Sendable {
  /// The round that all of the file is an answer to; nil for none.
  var round: String?
  var key: BatchKey?
  /// Rounds of draws: who names one in a column says what the answer is.
  var drawn: Set<String> = []
}

/// Hands records on as what they are: answers to trials apart from ratings, and items of a batch with a
/// key under their own names.
final class TrialSink<Inner: ImportSink>: ImportSink {
  private let inner: Inner
  private let reading: TrialReading
  private let file: String
  private let diagnostics: Diagnostics
  /// Items that the key does not have, which are told once each.
  private var strangers: Set<ItemID> = []

  init(_ inner: Inner, reading: TrialReading, file: String, diagnostics: Diagnostics) {
    self.inner = inner
    self.reading = reading
    self.file = file
    self.diagnostics = diagnostics
  }

  func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    switch record {
    case .item(let item):
      guard let key = reading.key else { return try inner.receive(record, line: line) }
      guard let entry = key[item.id] else { return refuse(item.id, line: line) }
      // What gold shows is known; the batch may show it otherwise.
      let named = Item(
        id: entry.item, payload: entry.isGold ? .none : item.payload,
        slices: entry.isGold ? [] : item.slices, source: item.source)
      try inner.receive(.item(named), line: line)
    case .rating(let rating, let ordinal):
      guard let taken = taken(rating) else { return }
      try inner.receive(.rating(taken, ordinal: ordinal), line: line)
    }
  }

  /// nil for what is no answer: an item that the key does not have, a model's vote on gold.
  private func taken(_ rating: Rating) -> Rating? {
    var item = rating.unit.item
    var round = reading.round ?? rating.round.flatMap { reading.drawn.contains($0) ? $0 : nil }
    if let key = reading.key {
      guard let entry = key[item] else { return nil }
      if entry.isGold {
        guard rating.origin == .person else { return nil }
        round = key.round
      }
      item = entry.item
    }
    let isTrial = round != nil && rating.origin == .person
    return Rating(
      unit: UnitID(item: item, question: rating.unit.question), annotator: rating.annotator,
      value: rating.value, origin: isTrial ? .trial : rating.origin,
      round: isTrial ? round : rating.round, at: rating.at, milliseconds: rating.milliseconds,
      confidence: rating.confidence, note: rating.note, isFlagged: rating.isFlagged)
  }

  private func refuse(_ item: ItemID, line: Int) {
    guard strangers.insert(item).inserted else { return }
    diagnostics.report(
      Diagnostic(
        code: .badValue, file: file, line: line,
        reason: "the key has no item of this id", excerpt: Words.plain(item.text)))
  }
}
