package import Agreement

/// What a lead asked to plan: how many items, for which certainty. Nil: not asked, or senseless.
package struct ValidationPlan: Equatable, Sendable {
  package let halfWidth: Double
  package let population: Int?
  /// Items for a share known to ± the half width.
  package let share: Int?
  /// Items for α known to ± the half width, from what is at hand.
  package let alpha: Int?
  package let largestDefectShare: Double
  /// Items that must all be right.
  package let withoutDefect: Int?
  package let batch: ValidationBatch?
  package let sequential: SequentialTest?

  /// Of each label at least so many are checked, or all.
  package static let floor = 10

  /// - Parameters:
  ///   - pilot: α at hand, with the number of its units.
  ///   - available: Items by label code; empty: no batch is laid out.
  package init(
    halfWidth: Double = 0.05, population: Int? = nil, pilot: Estimate? = nil, pilotUnits: Int = 0,
    largestDefectShare: Double = 0.01, available: [Int] = [], floor: Int = Self.floor,
    sequential: SequentialTest? = nil
  ) {
    self.halfWidth = halfWidth
    self.population = population
    self.largestDefectShare = largestDefectShare
    self.sequential = sequential
    share = SampleSize.share(halfWidth: halfWidth, population: population)
    alpha = pilot?.standardError.flatMap {
      SampleSize.coefficient(
        halfWidth: halfWidth, pilotUnits: pilotUnits, pilotStandardError: $0)
    }
    withoutDefect = SampleSize.withoutDefect(
      largestShare: largestDefectShare, population: population)
    batch =
      available.isEmpty
      ? nil : share.map { ValidationBatch(size: $0, available: available, floor: floor) }
  }
}
