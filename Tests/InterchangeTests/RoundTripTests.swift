import Domain
import Interchange
import Testing

/// What goes out comes back, but for what each format says it loses.
struct RoundTripTests {
  private final class Bytes {
    var all: [UInt8] = []
    var sink: ByteSink {
      { bytes throws(InterchangeError) in self.all.append(contentsOf: bytes) }
    }
  }

  private func ratings(seed: UInt64, count: Int) -> [Rating] {
    var values = SampleValues(seed: seed)
    return (0..<count).map { _ in
      let item = ItemID(values.text())
      return values.rating(item: item, question: QuestionID(values.text()))
    }
  }

  @Test(arguments: 1...20)
  func `votes come back exactly`(_ seed: UInt64) throws {
    let ratings = ratings(seed: seed, count: 200)
    let bytes = Bytes()
    var exporter = try VoteExporter(sink: bytes.sink)
    for rating in ratings { try exporter.append(rating) }
    try exporter.finish()
    let found = try Import(bytes.all, name: "votes.csv")
    #expect(found.format.name == "tiebreak-votes")
    #expect(found.diagnostics.count == 0, "\(found.diagnostics.kept)")
    #expect(found.ratings == ratings)
  }

  @Test func `votes lose what they say they lose`() throws {
    let unit = UnitID(item: ItemID("t"))
    let bytes = Bytes()
    var exporter = try VoteExporter(sink: bytes.sink)
    try exporter.append(
      Rating(
        unit: unit, annotator: AnnotatorID(""), value: .label(LabelID("x")), round: "", note: ""))
    try exporter.append(
      ruling: GoldRow(
        unit: unit, outcome: .value(.label(LabelID("y"))), source: .ruled, by: MemberID("lea"),
        reason: "policy", rationale: "because", clauses: [ClauseID("R-1")]))
    try exporter.append(ruling: GoldRow(unit: unit, outcome: .ambiguous, source: .ruled))
    try exporter.append(ruling: GoldRow(unit: unit, source: .open))
    try exporter.finish()
    let found = try Import(bytes.all)
    #expect(
      found.ratings == [
        Rating(unit: unit, annotator: nil, value: .label(LabelID("x"))),
        Rating(
          unit: unit, annotator: nil, value: .label(LabelID("y")), origin: .gold, note: "because"),
      ])
    #expect(found.sink.items.map(\.payload) == [.none])
    #expect(VoteExporter.losses.count == 4)
  }

  @Test(arguments: 1...20)
  func `gold comes back as gold`(_ seed: UInt64) throws {
    var values = SampleValues(seed: seed)
    let rows = (0..<200).map { index in
      let value = values.below(5) == 0 ? nil : values.value()
      return GoldRow(
        unit: UnitID(item: ItemID(values.text()), question: QuestionID(values.text())),
        outcome: value.map { .value($0) } ?? .noneOfThese, value: value, source: .ruled,
        agreement: 1 / 3, votes: [VoteCount(value: values.value(), count: index)],
        by: MemberID(values.text()), at: Instant(milliseconds: Int64(index) * 12_345_678),
        reason: values.text(), rationale: values.text(), clauses: [ClauseID("R-1")], guideline: 2)
    }
    let bytes = Bytes()
    var exporter = try GoldExporter(sink: bytes.sink)
    for row in rows { try exporter.append(row) }
    try exporter.finish()
    let found = try Import(bytes.all)
    #expect(found.format.name == "tiebreak-gold")
    #expect(found.diagnostics.count == 0)
    let expected = rows.compactMap { row in
      row.value.map {
        Rating(unit: row.unit, annotator: nil, value: $0, origin: .gold, at: row.at)
      }
    }
    #expect(found.ratings == expected)

    let soft = Bytes()
    var lines = SoftLabelExporter(sink: soft.sink)
    for row in rows { try lines.append(row) }
    try lines.finish()
    let again = try Import(soft.all, name: "soft.jsonl")
    #expect(again.format.name == "tiebreak-soft")
    #expect(again.diagnostics.count == 0, "\(again.diagnostics.kept)")
    #expect(again.ratings == expected)
  }

  @Test func `soft labels are shares of the ratings, abstentions apart`() throws {
    let row = GoldRow(
      unit: UnitID(item: ItemID("t")), source: .open,
      votes: [
        VoteCount(value: .label(LabelID("b")), count: 3),
        VoteCount(value: .label(LabelID("a")), count: 1), VoteCount(value: .abstained, count: 4),
      ])
    let bytes = Bytes()
    var exporter = SoftLabelExporter(sink: bytes.sink)
    try exporter.append(row)
    try exporter.finish()
    #expect(
      String(decoding: bytes.all, as: UTF8.self)
        == #"{"item":"t","question":"label","ratings":4,"distribution":{"b":0.75,"a":0.25},"source":"open"}"#
        + "\n")
  }

  @Test(arguments: 1...20)
  func `Label Studio's JSON brings items and ratings back`(_ seed: UInt64) throws {
    var values = SampleValues(seed: seed)
    let bytes = Bytes()
    var exporter = LabelStudioExporter(sink: bytes.sink)
    var items: [Item] = []
    var all: [Rating] = []
    var gold: [Rating] = []
    for number in 0..<60 {
      let id = ItemID(values.text() + "\(number)")
      let item = Item(
        id: id, payload: values.payload(), slices: [Slice(key: "lang", value: values.text())])
      let ratings = (0..<values.below(5)).map { _ in
        values.rating(item: id, question: QuestionID(values.pick(["q1", "q2", "ques,tion"])))
      }
      let ruled = GoldRow(
        unit: UnitID(item: id, question: QuestionID("q1")), value: values.value(), source: .ruled,
        at: Instant(milliseconds: 86_400_000), rationale: "why")
      try exporter.append(item, ratings: ratings, gold: [ruled])
      items.append(item)
      all += ratings.map(Self.asRead)
      gold.append(
        Self.asRead(
          Rating(
            unit: ruled.unit, annotator: nil, value: ruled.value ?? .abstained, origin: .gold,
            at: ruled.at, note: "why")))
    }
    try exporter.finish()
    let found = try Import(bytes.all, name: "export.json")
    #expect(found.format.name == "label-studio")
    #expect(found.diagnostics.refused == 0, "\(found.diagnostics.kept.prefix(2))")
    #expect(found.sink.items == items)
    let votes = Self.sorted(found.ratings.filter { $0.origin != .gold })
    #expect(Self.difference(votes, Self.sorted(all)) == nil)
    let rulings = Self.sorted(found.ratings.filter { $0.origin == .gold })
    #expect(Self.difference(rulings, Self.sorted(gold)) == nil)
  }

  /// What the exporter says it loses of ratings, and nothing else.
  private static func asRead(_ rating: Rating) -> Rating {
    var value = rating.value
    if case .labels(let labels) = value, labels.count == 1 { value = .label(labels[0]) }
    if case .number(let number) = value { value = .number(Self.respelled(number)) }
    if case .boxes(let boxes) = value {
      value = .boxes(
        boxes.map {
          Box(
            x: Self.respelled($0.x), y: Self.respelled($0.y), width: Self.respelled($0.width),
            height: Self.respelled($0.height), rotation: Self.respelled($0.rotation),
            label: $0.label)
        })
    }
    let annotator = rating.annotator ?? (rating.origin == .model ? AnnotatorID("model") : nil)
    return Rating(
      unit: rating.unit, annotator: annotator, value: value, origin: rating.origin,
      round: rating.round, at: rating.at, milliseconds: rating.milliseconds,
      confidence: rating.confidence.map(respelled), note: rating.note,
      isFlagged: rating.isFlagged)
  }

  private static func respelled(_ number: Number) -> Number {
    Number(number.canonicalText) ?? number
  }

  /// The first place where two lists part.
  private static func difference(_ found: [String], _ expected: [String]) -> String? {
    for (left, right) in zip(found, expected) where left != right {
      return "\(left) is not \(right)"
    }
    return found.count == expected.count ? nil : "\(found.count) is not \(expected.count)"
  }

  /// Annotations group ratings, so that their order within an item may change.
  private static func sorted(_ ratings: [Rating]) -> [String] {
    ratings.map { Canonical.text(.object(BatchRecord.rating($0, ordinal: 0).canonical)) }.sorted()
  }

  @Test func `formulas are neutralised on request, and counted`() throws {
    let bytes = Bytes()
    var exporter = try GoldExporter(formulas: .neutralised, sink: bytes.sink)
    for label in ["=1+1", "-1", "-x", "+2.5", "@a", "\tx", "plain"] {
      try exporter.append(
        GoldRow(unit: UnitID(item: ItemID("t")), value: .label(LabelID(label)), source: .ruled))
    }
    try exporter.finish()
    #expect(exporter.neutralised == 4)
    #expect(
      try Import(bytes.all).ratings.map { Import.text($0.value) }
        == ["'=1+1", "-1", "'-x", "+2.5", "'@a", "'\tx", "plain"])
  }
}
