package import Domain
import Interchange
import Ledger
package import Store

extension Project {
  /// Draws and results, oldest first.
  package func calibrations() throws(ProjectFailure) -> [RecordedCalibration] {
    _ = try caughtUp()
    do throws(ReadFailure) {
      return try index.calibrations()
    } catch {
      throw .read(error)
    }
  }

  func calibrationDraws() throws(ProjectFailure) -> [RecordedDraw] {
    try calibrations().compactMap { recorded in
      guard case .draw(let draw) = recorded.step else { return nil }
      return RecordedDraw(seq: recorded.seq, draw: draw)
    }
  }

  /// A draw by its position; the last one where none is named.
  package func calibrationDraw(_ seq: Int?) throws(ProjectFailure) -> RecordedDraw {
    let draws = try calibrationDraws()
    guard let seq else {
      guard let last = draws.last else {
        throw .usage("Nothing was drawn yet: tiebreak calibrate draw")
      }
      return last
    }
    guard let found = draws.first(where: { $0.seq == seq }) else {
      throw .refusal(.notACalibration(seq: seq))
    }
    return found
  }

  /// Draws items and remembers them in the log.
  package func drawCalibration(_ wish: CalibrationWish) throws(ProjectFailure) -> RecordedDraw {
    let guideline = try currentGuideline()
    let question = try question(wish.question)
    let units: [DrawableUnit]
    do throws(ReadFailure) {
      units = try index.drawable(question)
    } catch {
      throw .read(error)
    }
    let choice = CalibrationChoice(
      units,
      CalibrationChoice.Wish(
        size: wish.size, floor: wish.floor, hardShare: wish.hardShare, seed: wish.seed))
    let parts = (wish.triesDrafts ? guideline.pending : []).map {
      TriedPart(part: $0, seq: guideline.position(of: $0) ?? -1)
    }
    let draw = CalibrationDraw(
      question: question, size: wish.size, seed: wish.seed, floor: wish.floor, hard: choice.hard,
      parts: parts, items: choice.items)
    let event = try record(.drawCalibration(draw))
    guard case .calibrate(.draw(let made)) = event.body else { return try calibrationDraw(nil) }
    return RecordedDraw(seq: event.seq, draw: made)
  }

  /// Writes the items of a draw for annotators, in an order that its seed gives, into a new file.
  package func export(
    _ recorded: RecordedDraw, as format: BatchFormat, for annotators: [AnnotatorID],
    to path: String
  ) throws(ProjectFailure) {
    try Destination.require(path, outside: folder)
    var items: [Item] = []
    for id in recorded.draw.items {
      // Its slices and its source tell annotators nothing that they should know.
      if let item = try dossier(id)?.item { items.append(Item(id: id, payload: item.payload)) }
    }
    var order = SeededOrder(
      seed: SeededOrder.hash("calibration-order", String(recorded.draw.seed)))
    let shuffled = order.permutation(of: items.count).map { items[$0] }
    let blank = ItemSheet.Blank(
      question: recorded.draw.question, round: CalibrationDraw.round(of: recorded.seq),
      annotators: annotators)
    try write(shuffled, as: format, blank: blank, to: path)
  }

  /// How well annotators agree on the items of a draw.
  ///
  /// - Parameter target: nil: what the settings ask for.
  package func score(
    _ recorded: RecordedDraw, target: Number? = nil
  ) throws(ProjectFailure) -> CalibrationScore {
    let round = CalibrationDraw.round(of: recorded.seq)
    let gold = Dictionary(
      try goldUnits(recorded.draw.question).map { ($0.unit, $0) },
      uniquingKeysWith: { first, _ in first })
    var tried: [[CalibrationMeasure.Answer]] = []
    var before: [[CalibrationMeasure.Answer]] = []
    var (known, right, batch) = (0, 0, 0)
    do throws(ReadFailure) {
      for item in recorded.draw.items {
        let unit = UnitID(item: item, question: recorded.draw.question)
        let answers = try index.answers(to: unit)
        let given = answers.filter { $0.round == round }
        tried.append(Self.plain(given))
        before.append(Self.plain(answers.filter { $0.round == nil }))
        batch = given.map(\.batch).reduce(batch, max)
        guard let value = try settled(unit, gold[unit]) else { continue }
        known += tried.last?.count ?? 0
        right += tried.last?.count { $0.value == value } ?? 0
      }
    } catch {
      throw .read(error)
    }
    return CalibrationScore(
      seq: recorded.seq, draw: recorded.draw, measure: CalibrationMeasure(tried),
      before: CalibrationMeasure(before), known: known, right: right, batch: batch,
      target: target ?? configuration.guideline.target)
  }

  /// The last result that tried what these changes put in force; nil where there is none.
  func calibration(of changes: [PublishedChange]) throws(ProjectFailure) -> Int? {
    try calibrations().last { recorded in
      guard case .result(let result) = recorded.step, !result.parts.isEmpty else { return false }
      return result.covers(changes)
    }?.seq
  }

  private static func plain(_ answers: [TrialAnswer]) -> [CalibrationMeasure.Answer] {
    answers.filter { $0.value != .abstained }
      .map { CalibrationMeasure.Answer(annotator: $0.annotator, value: $0.value) }
  }

  /// What is known to be right of a unit: its gold, else the ruling that stands.
  private func settled(_ unit: UnitID, _ gold: GoldUnit?) throws(ReadFailure) -> Value? {
    if let gold { return gold.outcome.value }
    let standing = try index.facts(unit)?.seats[.main]
    return standing?.status == .ruled ? standing?.outcome.value : nil
  }

  private func question(_ named: QuestionID?) throws(ProjectFailure) -> QuestionID {
    if let named { return named }
    let questions: [QuestionID]
    do throws(ReadFailure) {
      questions = try index.summary(now: now).questions
    } catch {
      throw .read(error)
    }
    guard questions.count > 1, !questions.contains(.label) else { return questions.first ?? .label }
    let names = Words.list(questions.map { Words.plain($0.text) })
    throw .usage("The project asks \(names); say which: --question NAME")
  }
}
