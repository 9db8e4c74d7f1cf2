import Domain

extension PayloadReader {
  mutating func goldChange() throws(PayloadProblem) -> GoldChange {
    let unit = try self.unit()
    let base = try members.integer("base", from: -1)
    guard try members.boolean("marked") else {
      return GoldChange(
        unmarking: unit, base: base, reason: try members.optionalText("reason"))
    }
    let ruling = try members.optional("ruling") { Self.count($0) }
    let guideline = try members.integer("guideline")
    let outcome = try self.outcome(&members)
    guard outcome != .escalated, outcome != .ambiguous else {
      throw .wrongForm(member: "outcome")
    }
    return GoldChange(
      marking: unit, base: base,
      as: GoldMark(outcome: outcome, ruling: ruling, guideline: guideline))
  }

  mutating func calibration() throws(PayloadProblem) -> Calibration {
    switch try members.word("step", of: Calibration.Step.self) {
    case .draw: .draw(try calibrationDraw())
    case .result: .result(try calibrationResult())
    }
  }

  private mutating func calibrationDraw() throws(PayloadProblem) -> CalibrationDraw {
    let parts = try members.optionalList("parts") { TriedPart(canonical: $0) }
    let items = try drawnItems()
    let seed = try members.optional("seed") { $0.string.flatMap { Self.seed($0) } }
    guard let seed else { throw .missingMember("seed") }
    let draw = CalibrationDraw(
      question: QuestionID(try members.text("question")),
      size: try members.integer("size", from: 1), seed: seed,
      floor: try members.integer("floor"), hard: try members.integer("hard"), parts: parts,
      guideline: try members.integer("guideline"), items: items)
    try Self.requireDistinct(parts)
    guard draw.items == items, !items.isEmpty else { throw .wrongForm(member: "items") }
    guard try members.integer("units") == items.count else { throw .wrongForm(member: "units") }
    return draw
  }

  private mutating func drawnItems() throws(PayloadProblem) -> [ItemID] {
    guard let bytes = try attached(&members) else {
      let items = try members.list("items") { $0.string.map { ItemID($0) } }
      let spelled = Canonical.bytes(.array(items.map { .string($0.text) }))
      guard spelled.count <= LogFormat.inlineLimit else { throw .wrongForm(member: "items") }
      return items
    }
    guard let values = (try? CanonicalReader.read(bytes, depthLimit: 16))?.array else {
      throw .wrongForm(member: "attach")
    }
    let items = values.compactMap { $0.string.map { ItemID($0) } }
    guard items.count == values.count else { throw .wrongForm(member: "attach") }
    return items
  }

  private mutating func calibrationResult() throws(PayloadProblem) -> CalibrationResult {
    let parts = try members.optionalList("parts") { TriedPart(canonical: $0) }
    let result = CalibrationResult(
      draw: try members.integer("draw"), parts: parts, batch: try members.integer("batch"),
      people: try members.integer("people"), answers: try members.integer("answers"),
      figures: try members.list("figures") { CalibrationFigure(canonical: $0) },
      target: try members.optional("target") { $0.string.flatMap { Number($0) } })
    try Self.requireDistinct(parts)
    let labels = result.figures.dropFirst().compactMap(\.label)
    guard let first = result.figures.first, first.label == nil,
      labels.count == result.figures.count - 1, labels == Set(labels).sorted()
    else { throw .wrongForm(member: "figures") }
    return result
  }

  private static func requireDistinct(_ parts: [TriedPart]) throws(PayloadProblem) {
    guard parts == parts.sorted(), Set(parts.map(\.part)).count == parts.count else {
      throw .wrongForm(member: "parts")
    }
  }
}
