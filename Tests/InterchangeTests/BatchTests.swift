import Domain
import Foundation
import Interchange
import Testing

/// Batches: sorted, folded, packed, and read back.
struct BatchTests {
  private final class Bytes {
    var packed: [UInt8] = []
    var plain: [UInt8] = []
  }

  private func build(
    _ records: [BatchRecord], memory: Int, diagnostics: Diagnostics = Diagnostics()
  ) throws -> (Bytes, BatchCounts) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let builder = BatchBuilder(
      file: "f.csv", scratch: folder.path, memory: memory, diagnostics: diagnostics)
    for (index, record) in records.enumerated() { try builder.receive(record, line: index + 2) }
    let bytes = Bytes()
    let writer = try BatchWriter(
      tap: { bytes.plain.append(contentsOf: $0) },
      sink: { part throws(InterchangeError) in bytes.packed.append(contentsOf: part) })
    let counts = try builder.write(to: writer)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    return (bytes, counts)
  }

  private func readBack(_ bytes: [UInt8]) throws -> [BatchRecord] {
    let reader = try BatchReader(ByteSource(bytes: bytes, name: "b.jsonl.zst"))
    var records: [BatchRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// Each question has values of one kind: single labels would become sets beside sets.
  private func sample(_ count: Int) -> [BatchRecord] {
    var values = SampleValues(seed: 11)
    return (0..<count).flatMap { ordinal -> [BatchRecord] in
      let id = ItemID(values.text() + "\(values.below(count / 4))")
      let any = values.rating(item: id, question: QuestionID(values.text()))
      let rating = Rating(
        unit: UnitID(
          item: id, question: QuestionID(any.unit.question.text + any.value.kind.rawValue)),
        annotator: any.annotator, value: any.value, origin: any.origin, round: any.round)
      return [.item(Item(id: id, payload: .text(id.text))), .rating(rating, ordinal: ordinal)]
    }
  }

  @Test func `records come out in order, each item once, whatever the memory`() throws {
    let records = sample(1200)
    let (whole, counts) = try build(records, memory: 64 << 20)
    let read = try readBack(whole.packed)
    var items: Set<Item> = []
    var expected: [BatchRecord] = records.filter { record in
      guard case .item(let item) = record else { return true }
      return items.insert(item).inserted
    }
    expected.sort(by: BatchRecord.areInOrder)
    #expect(read == expected)
    #expect(counts.items == items.count)
    #expect(counts.ratings == 1200)
    // Small memory makes more runs than are merged at once.
    let (spilled, again) = try build(records, memory: 8192)
    #expect(spilled.plain == whole.plain)
    #expect(again == counts)
    #expect(
      whole.plain
        == read.flatMap { Canonical.bytes($0.canonical) + [UInt8(ascii: "\n")] })
  }

  @Test func `records are written in Domain's canonical form`() throws {
    var values = SampleValues(seed: 21)
    var records: [BatchRecord] = []
    for number in 0..<2000 {
      let id = ItemID(values.text())
      let slices = values.below(2) == 0 ? [] : [Slice(key: values.text(), value: values.text())]
      let source = values.below(2) == 0 ? nil : values.text()
      records.append(
        .item(Item(id: id, payload: values.payload(), slices: slices, source: source)))
      records.append(
        .rating(values.rating(item: id, question: QuestionID(values.text())), ordinal: number))
    }
    let bytes = Bytes()
    let writer = try BatchWriter(
      tap: { bytes.plain.append(contentsOf: $0) }, sink: { _ throws(InterchangeError) in })
    for record in records { try writer.append(record) }
    try writer.finish()
    #expect(
      bytes.plain == records.flatMap { Canonical.bytes($0.canonical) + [UInt8(ascii: "\n")] })
  }

  @Test func `the first sight of an item that shows something is kept`() throws {
    let id = ItemID("t")
    let diagnostics = Diagnostics()
    let (bytes, _) = try build(
      [
        .item(Item(id: id, payload: .none)), .item(Item(id: id, payload: .text("one"))),
        .item(Item(id: id, payload: .text("two"))), .item(Item(id: id, payload: .none)),
      ], memory: 1 << 20, diagnostics: diagnostics)
    #expect(try readBack(bytes.packed) == [.item(Item(id: id, payload: .text("one")))])
    #expect(diagnostics.kept.map(\.code) == [.payloadChanged])
    #expect(diagnostics.kept.first?.line == 4)
    #expect(diagnostics.refused == 0)
  }

  @Test func `repeated ratings are all kept, and said`() throws {
    let diagnostics = Diagnostics()
    let rating = Rating(
      unit: UnitID(item: ItemID("t")), annotator: AnnotatorID("a"), value: .label(LabelID("x")))
    let other = Rating(
      unit: rating.unit, annotator: AnnotatorID("a"), value: .label(LabelID("x")), round: "2")
    let anonymous = Rating(unit: rating.unit, annotator: nil, value: .label(LabelID("x")))
    let (bytes, counts) = try build(
      [
        .rating(rating, ordinal: 0), .rating(other, ordinal: 1), .rating(rating, ordinal: 2),
        .rating(anonymous, ordinal: 3), .rating(anonymous, ordinal: 4),
      ], memory: 1 << 20, diagnostics: diagnostics)
    #expect(try readBack(bytes.packed).count == 5)
    #expect(counts.repeats == 1)
    #expect(diagnostics.kept.map(\.code) == [.repeatedRating])
    #expect(diagnostics.kept.first?.line == 4)
  }

  @Test func `single labels become sets where a question has sets`() throws {
    func rating(_ question: String, _ annotator: String, _ value: Value) -> Rating {
      Rating(
        unit: UnitID(item: ItemID("t"), question: QuestionID(question)),
        annotator: AnnotatorID(annotator), value: value)
    }
    let (bytes, _) = try build(
      [
        .rating(rating("p", "a", .label(LabelID("x"))), ordinal: 0),
        .rating(rating("p", "b", .labels(of: [LabelID("x"), LabelID("y")])), ordinal: 1),
        .rating(rating("q", "a", .label(LabelID("x"))), ordinal: 2),
      ], memory: 1 << 20)
    let values = try readBack(bytes.packed).compactMap { record -> Value? in
      if case .rating(let rating, _) = record { rating.value } else { nil }
    }
    #expect(
      values == [
        .labels([LabelID("x")]), .labels([LabelID("x"), LabelID("y")]), .label(LabelID("x")),
      ])
  }

  @Test func `every cut and every changed byte of a batch is found`() throws {
    let (bytes, _) = try build(Array(sample(20)), memory: 1 << 20)
    for length in 4..<bytes.packed.count {
      #expect(throws: InterchangeError.self) { try readBack(Array(bytes.packed.prefix(length))) }
    }
    for index in bytes.packed.indices {
      var changed = bytes.packed
      changed[index] ^= 0x10
      // Some bits of a frame's head mean nothing to its content.
      if let read = try? readBack(changed) { #expect(read == (try readBack(bytes.packed))) }
    }
  }

  @Test func `lines out of order or form are damage`() throws {
    func read(_ text: String) throws -> [BatchRecord] { try readBack(Array(text.utf8)) }
    let first = #"{"item":"a","kind":"item","payload":{"none":true}}"#
    let second = #"{"item":"b","kind":"item","payload":{"none":true}}"#
    #expect(try read("\(first)\n\(second)\n").count == 2)
    for text in ["\(second)\n\(first)\n", "\(first)\n\(second)", " \(first)\n", "{}\n"] {
      #expect(throws: InterchangeError.self) { try read(text) }
    }
  }
}
