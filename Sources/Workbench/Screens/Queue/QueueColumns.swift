import Domain
import Screen

/// Which columns the list has and where they stand. Depends on the width, the labels and the ids of the
/// first page only, so that nothing moves while the list is worked.
struct QueueColumns {
  struct Column: Hashable {
    let start: Int
    let width: Int

    var end: Int { start + width }
  }

  let item: Column
  let question: Column?
  let leads: Column
  let against: Column?
  let ratings: Column
  let agree: Column?
  let gain: Column
  let tier: Column?
  /// The route that sends it, the days since its ratings came in, its slices: where there is room.
  let route: Column?
  let age: Column?
  let slices: Column?
  let due: Column?

  init(_ model: Model, width: Int) {
    let labelNeed = Self.labelWidth(model)
    let tierNeed = model.configuration.tiers.map { SafeText($0.id.text).width }.max()
    let questions = model.summary?.questions ?? []
    let questionNeed =
      questions.count > 1 ? min(10, questions.map { SafeText($0.text).width }.max() ?? 0) : 0
    let isFull = width >= 72
    let isMiddle = width >= 56
    var idWidth = model.queue.idWidth
    var labelWidth = labelNeed
    var tierWidth = isFull ? tierNeed.map { min(max(4, $0), 8) } : nil
    let labels = isFull ? 2 : 1
    var idGap = isFull ? 3 : 2
    func needed() -> Int {
      var sum = 3 + idWidth + idGap + labels * (labelWidth + 3) + 8
      if questionNeed > 0 { sum += questionNeed + 1 }
      if isMiddle { sum += 2 + 5 + 2 + 6 + 2 + 5 } else { sum += 2 + 5 }
      if let tierWidth { sum += 2 + tierWidth }
      return sum
    }
    let room = width - 1
    if needed() > room { idGap = 2 }
    while needed() > room, labelWidth > 8 { labelWidth -= 1 }
    while needed() > room, idWidth > 8 { idWidth -= 1 }
    if needed() > room { tierWidth = nil }
    while needed() > room, labelWidth > 4 { labelWidth -= 1 }
    while needed() > room, idWidth > 4 { idWidth -= 1 }
    var column = 3
    func take(_ width: Int, gap: Int) -> Column {
      let taken = Column(start: column, width: width)
      column += width + gap
      return taken
    }
    item = take(idWidth, gap: questionNeed > 0 ? 1 : idGap)
    question = questionNeed > 0 ? take(questionNeed, gap: idGap) : nil
    // The stripe that follows parts the two labels as well as a second blank would.
    leads = take(labelWidth + 1, gap: isFull ? 1 : 2)
    against = isFull ? take(labelWidth + 1, gap: 2) : nil
    ratings = take(8, gap: 2)
    if isMiddle {
      agree = take(5, gap: 2)
      gain = take(6, gap: 3)
    } else {
      agree = nil
      gain = Column(start: room - 4, width: 4)
    }
    tier = tierWidth.map { take($0, gap: 2) }
    // What is left beyond the due date goes to what explains a row, the most telling first.
    var spare = isMiddle ? room - column - 8 : 0
    func takeSpare(_ width: Int, where isWanted: Bool) -> Column? {
      guard isWanted, spare >= width + 2 else { return nil }
      spare -= width + 2
      return take(width, gap: 2)
    }
    age = takeSpare(5, where: true)
    route = takeSpare(5, where: !model.configuration.routes.isEmpty)
    slices = takeSpare(
      min(24, max(12, spare - 2)), where: model.size.width >= 170 && model.queue.hasSlices)
    due = isMiddle ? Column(start: column, width: max(0, min(room - column, 12))) : nil
  }

  /// The width of the widest label, at most fourteen cells.
  private static func labelWidth(_ model: Model) -> Int {
    switch model.configuration.task {
    case .number: return 8
    default:
      let widest = model.configuration.labels.map { SafeText($0.name).width }.max() ?? 12
      return min(14, max(6, widest))
    }
  }
}
