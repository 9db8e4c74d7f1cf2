extension Adjudication {
  /// Most items of one draw.
  public static let calibrationLimit = 10_000

  static func draw(
    _ draw: CalibrationDraw, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    try requireWriter(member)
    guard !draw.items.isEmpty, draw.items.count <= calibrationLimit else {
      throw .calibrationSize(draw.items.count, limit: calibrationLimit)
    }
    for item in draw.items {
      let unit = UnitID(item: item, question: draw.question)
      guard context.evidence.units.contains(unit) else { throw .unknownUnit(unit) }
    }
    let waiting = Set(context.guideline.pending)
    for tried in draw.parts {
      let seq = context.guideline.position(of: tried.part) ?? -1
      guard seq == tried.seq else { throw .partChangedMeanwhile(tried.part, seq: seq) }
      guard waiting.contains(tried.part) else { throw .nothingChanges(tried.part) }
    }
    return .calibrate(
      .draw(
        CalibrationDraw(
          question: draw.question, size: draw.size, seed: draw.seed, floor: draw.floor,
          hard: draw.hard, parts: draw.parts, guideline: context.guideline.version,
          items: draw.items)))
  }

  static func record(
    _ result: CalibrationResult, by member: Member, in context: DecisionContext
  ) throws(Refusal) -> EventBody {
    try requireWriter(member)
    guard case .draw(let draw)? = context.evidence.calibrations[result.draw] else {
      throw .notACalibration(seq: result.draw)
    }
    guard result.answers > 0 else { throw .calibrationUnanswered(seq: result.draw) }
    return .calibrate(
      .result(
        CalibrationResult(
          draw: result.draw, parts: draw.parts, batch: result.batch, people: result.people,
          answers: result.answers, figures: result.figures, target: result.target)))
  }

  /// What changes the meaning of the guideline is tried first, where the project says how well
  /// annotators are to agree; or somebody says why not.
  static func requireCalibration(
    of publication: Publication, in context: DecisionContext
  ) throws(Refusal) {
    var found: CalibrationResult?
    if let seq = publication.calibration {
      guard case .result(let result)? = context.evidence.calibrations[seq] else {
        throw .notACalibration(seq: seq)
      }
      guard result.covers(publication.changes) else { throw .calibrationOfOthers(seq: seq) }
      found = result
    }
    guard let target = context.configuration.guideline.target,
      publication.changes.contains(where: { $0.kind == .semantic }),
      isBlank(publication.waived ?? "")
    else { return }
    guard let found, let seq = publication.calibration else {
      throw .calibrationMissing(target: target)
    }
    guard found.reaches(target) else { throw .calibrationBelow(seq: seq, target: target) }
  }
}
