package import Agreement
package import Domain

/// Ratings whose values are spans or boxes, sorted into units for the report on regions.
package struct RegionUnits: Equatable, Sendable {
  /// One rating. Items and annotators are numbers of the caller's; which is which plays no part.
  package struct Row: Sendable {
    package let item: Int
    /// Nil or negative where the source does not say who rated: then nobody else is that annotator.
    package let annotator: Int?
    package let value: Value

    package init(item: Int, annotator: Int?, value: Value) {
      self.item = item
      self.annotator = annotator
      self.value = value
    }
  }

  /// In the order in which their items were first seen.
  package let units: [RegionUnit]
  /// Names by the codes in `units`.
  package let annotators: [String]
  /// Ratings that were abstentions; they are no answers.
  package let abstentions: Int
  /// Ratings whose values have no regions, such as labels.
  package let withoutRegions: Int
  /// Earlier answers of an annotator who answered an item again; the last one counts.
  package let replaced: Int

  /// Sorts ratings into units. O(rows).
  ///
  /// - Parameters:
  ///   - rows: From the earliest to the latest.
  ///   - annotators: The annotators' names by number.
  ///   - lengths: The lengths of the items' texts in Unicode scalars, by item, where known.
  package init(rows: [Row], annotators: [String], lengths: [Int: Int] = [:]) {
    var places: [Int: Int] = [:]
    var items: [Int] = []
    var answers: [[RegionUnit.Answer]] = []
    var known: [Answerer: Int] = [:]
    var unnamed = 0
    var abstentions = 0
    var withoutRegions = 0
    var replaced = 0
    for row in rows {
      guard let regions = Regions(row.value) else {
        if row.value == .abstained { abstentions += 1 } else { withoutRegions += 1 }
        continue
      }
      let place = places[row.item] ?? items.count
      if place == items.count {
        places[row.item] = place
        items.append(row.item)
        answers.append([])
      }
      guard let annotator = row.annotator, annotators.indices.contains(annotator) else {
        let code = annotators.count + answers[place].count
        unnamed = max(unnamed, answers[place].count + 1)
        answers[place].append(RegionUnit.Answer(annotator: code, regions: regions))
        continue
      }
      let answer = RegionUnit.Answer(annotator: annotator, regions: regions)
      let answerer = Answerer(place: place, annotator: annotator)
      if let earlier = known[answerer] {
        answers[place][earlier] = answer
        replaced += 1
      } else {
        known[answerer] = answers[place].count
        answers[place].append(answer)
      }
    }
    units = zip(items, answers).map { RegionUnit(answers: $1, length: lengths[$0]) }
    self.annotators = annotators + (0..<unnamed).map { "unnamed \($0 + 1)" }
    self.abstentions = abstentions
    self.withoutRegions = withoutRegions
    self.replaced = replaced
  }

  private struct Answerer: Hashable {
    let place: Int
    let annotator: Int
  }

  /// Every figure about these units.
  package func report(_ options: RegionOptions = RegionOptions()) -> RegionReport {
    RegionReport(units, annotators: annotators, options: options)
  }
}
