/// A line of a part of the guideline, and what became of it.
public struct DifferenceLine: Hashable, Sendable {
  public enum Change: String, Sendable, CaseIterable {
    case kept
    case added
    case removed
  }

  /// What of a clause the line belongs to; a section has only statements.
  public enum Place: String, Sendable, CaseIterable {
    case title
    case labels
    case statement
    case example
    case counterExample = "counter_example"
  }

  public let place: Place
  public let text: String
  public let change: Change
  /// Of an example the unit that it was taken from.
  public let unit: UnitID?

  public init(place: Place, text: String, change: Change, unit: UnitID? = nil) {
    self.place = place
    self.text = text
    self.change = change
    self.unit = unit
  }
}

extension DifferenceLine {
  /// A line before it is compared.
  struct Text: Equatable {
    let place: Place
    let text: String
    var unit: UnitID?

    static func == (left: Self, right: Self) -> Bool {
      left.place == right.place && left.unit == right.unit
        && left.text.utf8.elementsEqual(right.text.utf8)
    }
  }

  static func texts(of section: String) -> [Text] {
    MarkdownText.lines(section).map { Text(place: .statement, text: $0) }
  }

  static func texts(of clause: ClauseText) -> [Text] {
    let labels = clause.labels.map { Text(place: .labels, text: $0.text) }
    let statement = MarkdownText.lines(clause.statement).map { Text(place: .statement, text: $0) }
    let examples = clause.examples.map {
      Text(place: .example, text: $0.text, unit: $0.unit)
    }
    let counterExamples = clause.counterExamples.map {
      Text(place: .counterExample, text: $0.text, unit: $0.unit)
    }
    return [Text(place: .title, text: clause.title)] + labels + statement + examples
      + counterExamples
  }

  /// The shortest way from one list to the other; what is removed stands before what is added.
  static func lines(from old: [Text], to new: [Text]) -> [DifferenceLine] {
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(\.offset))
    let inserted = Set(difference.insertions.map(\.offset))
    var lines: [DifferenceLine] = []
    var (from, to) = (0, 0)
    while from < old.count || to < new.count {
      if from < old.count, removed.contains(from) {
        lines.append(DifferenceLine(old[from], .removed))
        from += 1
      } else if to < new.count, inserted.contains(to) {
        lines.append(DifferenceLine(new[to], .added))
        to += 1
      } else {
        lines.append(DifferenceLine(new[to], .kept))
        from += 1
        to += 1
      }
    }
    return lines
  }

  private init(_ text: Text, _ change: Change) {
    self.init(place: text.place, text: text.text, change: change, unit: text.unit)
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
