import Screen

/// Which columns the list of annotators has, and where they stand: by the width, the names and what
/// there is to show, so that nothing moves while the list is looked at.
struct PeopleColumns {
  struct Column: Hashable {
    let start: Int
    let width: Int

    var end: Int { start + width }
  }

  let name: Column
  let ratings: Column
  let plot: Column?
  let value: Column
  let gold: Column?
  let rulings: Column?
  let seconds: Column?
  let trend: Column?
  let overuse: Column?

  private static let share = 4
  private static let stretches = 8

  init(_ model: Model, width: Int) {
    let annotators = model.annotators
    let rows = annotators.page?.value.rows ?? []
    let names = PeopleNames(model)
    // A model's mark stands behind its name.
    let longest = rows.map { names.name($0.id).width }.max() ?? 4
    let hasModels = rows.contains(where: \.isModel)
    let hasGold = annotators.hasFigures(.gold) && annotators.against != .gold
    let hasRulings = annotators.hasFigures(.rulings) && annotators.against != .rulings
    let hasTimes = rows.contains { $0.milliseconds != nil }
    let hasTrend = rows.contains { $0.trend.contains { $0 != nil } }
    let isFull = width >= 72
    let nameWidth = min(max(4, longest), isFull ? 12 : width >= 56 ? 12 : 10)
    var fixed = 3 + nameWidth + (hasModels ? 2 : 0) + 2 + 7 + 2 + Self.share
    let room = width - 1
    func take(_ cells: Int) -> Bool {
      guard fixed + cells <= room else { return false }
      fixed += cells
      return true
    }
    let showsTrend = hasTrend && take(2 + Self.stretches)
    let plotLeast = take(2 + 9) ? 9 : 0
    let showsGold = hasGold && take(2 + Self.share)
    let showsSeconds = hasTimes && take(2 + 3)
    let showsOveruse = isFull && take(2 + 14)
    let showsRulings = hasRulings && (isFull || !showsGold) && take(2 + 5)
    let spare = max(0, room - fixed)
    let plotWidth = plotLeast == 0 ? 0 : min(25, plotLeast + spare)
    var column = 3
    func next(_ width: Int, gap: Int = 2) -> Column {
      let taken = Column(start: column, width: width)
      column += width + gap
      return taken
    }
    name = next(nameWidth, gap: hasModels ? 4 : 2)
    ratings = next(7)
    plot = plotWidth > 0 ? next(plotWidth) : nil
    value = next(Self.share)
    gold = showsGold ? next(Self.share) : nil
    rulings = showsRulings ? next(5) : nil
    seconds = showsSeconds ? next(3) : nil
    trend = showsTrend ? next(Self.stretches) : nil
    overuse = showsOveruse ? Column(start: column, width: max(0, room - column)) : nil
  }
}
