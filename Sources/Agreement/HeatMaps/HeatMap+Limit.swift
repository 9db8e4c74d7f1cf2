public import Domain

/// What a limit needs to know of a heat map beyond its names.
public struct HeatScope: Hashable, Sendable {
  /// The question, where the project has several.
  public let question: QuestionID?

  /// The slice that the columns are of.
  public let slice: String?

  /// Whether every row of labels is one label; false where some are numbers or sets.
  public let areLabels: Bool

  /// A scope with what the names of a map leave open.
  public init(question: QuestionID? = nil, slice: String? = nil, areLabels: Bool = true) {
    self.question = question
    self.slice = slice
    self.areLabels = areLabels
  }
}

extension HeatMap {
  /// The limit that finds the units behind a cell, settled ones too where the cell counts them.
  ///
  /// Behind a cell of two labels stand the units in which they met; behind its diagonal those in which
  /// the label met itself; behind two annotators the units on which they differ, or for counts those
  /// that both rated. α and specific agreement of a label compare it with everything, so units with
  /// one rating are not behind them.
  public func limit(behind place: HeatPlace, in scope: HeatScope = HeatScope()) -> Limit {
    var conditions: [Limit.Condition] = []
    if let question = scope.question { conditions.append(.question(question)) }
    conditions += behind(place, scope)
    let isWide = conditions.contains { if case .ruled = $0 { true } else { false } }
    if of != .open, !isWide { conditions.append(.anyStatus) }
    var terms = conditions.map { Limit.Term($0) }
    if let column = column(place.column, scope) { terms.append(column) }
    return Limit(terms: terms)
  }

  private func behind(_ place: HeatPlace, _ scope: HeatScope) -> [Limit.Condition] {
    let (row, column) = (rows.names[place.row], columns.names[place.column])
    switch kind {
    case .labelLabel where of == .overruled:
      return [label(row, scope), .ruled(LabelID(column))]
    case .labelLabel where place.row == place.column && measure == .alpha:
      return [label(row, scope), .ratings(.atLeast, 2)]
    case .labelLabel where place.row == place.column: return [.twice(LabelID(row))]
    case .labelLabel: return pair(row, column, scope)
    case .annotatorAnnotator where place.row == place.column: return [.by(AnnotatorID(row))]
    case .annotatorAnnotator where measure == .count:
      return [.by(AnnotatorID(row)), .by(AnnotatorID(column))]
    case .annotatorAnnotator: return [.disagree(AnnotatorID(row), AnnotatorID(column))]
    case .labelAnnotator where isComparison:
      return [.by(AnnotatorID(column)), label(row, scope), .ratings(.atLeast, 2)]
    case .labelAnnotator: return [.said(AnnotatorID(column), LabelID(row))]
    case .labelBatch, .labelWeek, .labelSlice, .labelVersion:
      return [label(row, scope)] + (isComparison ? [.ratings(.atLeast, 2)] : [])
    case .pairAnnotator:
      let names = rows.pairs[place.row]
      return pair(names.first, names.second, scope) + [.by(AnnotatorID(column))]
    case .pairBatch, .pairWeek, .pairSlice, .pairVersion:
      let names = rows.pairs[place.row]
      return pair(names.first, names.second, scope)
    }
  }

  private var isComparison: Bool { measure == .alpha || measure == .specific }

  private func label(_ name: String, _ scope: HeatScope) -> Limit.Condition {
    scope.areLabels ? .label(LabelID(name)) : .value(LabelID(name))
  }

  private func pair(_ one: String, _ other: String, _ scope: HeatScope) -> [Limit.Condition] {
    scope.areLabels
      ? [.pair(LabelID(one), LabelID(other))] : [.value(LabelID(one)), .value(LabelID(other))]
  }

  /// What holds for the units of a column; nil where columns are no parts of the units.
  private func column(_ position: Int, _ scope: HeatScope) -> Limit.Term? {
    let name = columns.names[position]
    let isUnnamed = columns.isUnnamed(position)
    switch columns.subject {
    case .batch: return isUnnamed ? nil : Int(name).map { Limit.Term(.batch($0)) }
    case .week:
      return isUnnamed
        ? Limit.Term(.week(nil), isNegated: true) : Week(name).map { Limit.Term(.week($0)) }
    case .version:
      return isUnnamed ? nil : VersionName.number(name).map { Limit.Term(.version($0)) }
    case .slice:
      guard let slice = scope.slice else { return nil }
      let value = isUnnamed ? Limit.Pattern.any : .containing(name)
      return Limit.Term(.slice(key: slice, value: value), isNegated: isUnnamed)
    case .label, .annotator, .pair: return nil
    }
  }
}
