import Domain
import Interchange
import Testing

@testable import Runtime

/// Keys of batches that gold was put into, and what becomes of answers that come with one.
struct BatchKeyTests {
  private static let key = BatchKey(
    project: OperationID(high: 1, low: 2), round: "gold-x",
    entries: [
      .init(shown: ItemID("item-0002"), item: ItemID("T \"1\"\n"), isGold: true),
      .init(shown: ItemID("item-0001"), item: ItemID("T-2"), isGold: false),
    ])

  private final class Collector: ImportSink {
    var records: [BatchRecord] = []
    func receive(_ record: BatchRecord, line: Int) throws(InterchangeError) {
      records.append(record)
    }
  }

  @Test func `a key is read back, and nothing else is`() {
    let bytes = Self.key.bytes
    #expect(BatchKey(bytes) == Self.key)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      #expect(BatchKey(changed) != Self.key)
    }
    #expect(BatchKey(Array(bytes.dropLast())) == nil)
    #expect(BatchKey(bytes + [0x0A]) == nil)
    #expect(BatchKey([]) == nil)
    let twice = BatchKey(
      project: Self.key.project, round: "r",
      entries: [Self.key.entries[0], Self.key.entries[0]])
    #expect(BatchKey(twice.bytes) == nil)
  }

  private func taken(
    _ records: [BatchRecord], _ reading: TrialReading, refused: Int = 0
  ) throws -> [BatchRecord] {
    let collector = Collector()
    let diagnostics = Diagnostics()
    let sink = TrialSink(collector, reading: reading, file: "f", diagnostics: diagnostics)
    for (line, record) in records.enumerated() { try sink.receive(record, line: line + 2) }
    #expect(diagnostics.refused == refused)
    return collector.records
  }

  private func rating(
    _ item: String, origin: Origin = .person, round: String? = nil
  ) -> Rating {
    Rating(
      unit: UnitID(item: ItemID(item)), annotator: AnnotatorID("A"),
      value: .label(LabelID("x")), origin: origin, round: round)
  }

  @Test func `answers to gold are trials, the others are ratings, all under their own names`()
    throws
  {
    let records: [BatchRecord] = [
      .item(Item(id: ItemID("item-0002"), payload: .text("shown"))),
      .rating(rating("item-0002", round: "9"), ordinal: 0),
      .rating(rating("item-0002", origin: .model), ordinal: 1),
      .item(Item(id: ItemID("item-0001"), payload: .text("new"))),
      .rating(rating("item-0001"), ordinal: 2),
      .item(Item(id: ItemID("stranger"), payload: .none)),
      .rating(rating("stranger"), ordinal: 3), .item(Item(id: ItemID("stranger"), payload: .none)),
    ]
    let found = try taken(records, TrialReading(key: Self.key), refused: 1)
    #expect(
      found == [
        .item(Item(id: ItemID("T \"1\"\n"), payload: .none)),
        .rating(rating("T \"1\"\n", origin: .trial, round: "gold-x"), ordinal: 0),
        .item(Item(id: ItemID("T-2"), payload: .text("new"))),
        .rating(rating("T-2"), ordinal: 2),
      ])
  }

  @Test func `a round of a draw makes an answer, another round does not`() throws {
    let reading = TrialReading(drawn: ["calibration-7"])
    let found = try taken(
      [
        .rating(rating("i", round: "calibration-7"), ordinal: 0),
        .rating(rating("i", round: "calibration-8"), ordinal: 1),
        .rating(rating("i", origin: .model, round: "calibration-7"), ordinal: 2),
      ], reading)
    let origins = found.map { record -> Origin? in
      if case .rating(let rating, _) = record { rating.origin } else { nil }
    }
    #expect(origins == [.trial, .person, .model])
  }

  @Test func `a file that is all of a trial names its round itself`() throws {
    let found = try taken([.rating(rating("i", round: "3"), ordinal: 0)], TrialReading(round: "t"))
    #expect(found == [.rating(rating("i", origin: .trial, round: "t"), ordinal: 0)])
  }

  @Test func `a batch with gold has new ids, one order, and everything in it once`() {
    let batch = (0..<20).map { Item(id: ItemID("n\($0)"), payload: .text("new \($0)")) }
    let gold = (0..<4).map { Item(id: ItemID("T-\($0)"), payload: .text("gold \($0)")) }
    let project = OperationID(high: 1, low: 2)
    func made(_ seed: UInt64) -> GoldBatch {
      GoldBatch(batch, gold: gold, project: project, prefix: "b", seed: seed)
    }
    let one = made(7)
    #expect(one.items == made(7).items)
    #expect(one.items != made(8).items)
    #expect(one.key.entries.count == 24)
    #expect(one.items.map(\.id.text) == one.items.map(\.id.text).sorted())
    #expect(Set(one.key.entries.filter(\.isGold).map(\.item)) == Set(gold.map(\.id)))
    for item in one.items {
      let real = one.key[item.id]?.item
      #expect((batch + gold).contains { $0.id == real && $0.payload == item.payload })
    }
  }
}
