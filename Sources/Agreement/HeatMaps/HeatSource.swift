/// The sums that heat maps are drawn from, with the names of their codes.
public struct HeatSource: Sendable {
  public let sums: AgreementSums

  /// By code.
  public let labels: [String]

  /// What `HeatOrder.declared` means for labels.
  public let labelOrder: LabelOrder

  /// By code.
  public let annotators: [String]

  /// The units by batch, week or slice: together they count what `sums` counts. Empty where no such
  /// map is wanted.
  public let cuts: [HeatCut]

  /// What was ruled where which label was given; empty where no such map is wanted.
  public let rulings: [RulingCount]

  /// Whether there is any rating to draw.
  public var hasRatings: Bool { UnitMarginals(sums, labelCount: 0).ratings > 0 }

  /// Sums with the names of their codes.
  public init(
    sums: AgreementSums, labels: [String], labelOrder: LabelOrder = .natural,
    annotators: [String] = [], cuts: [HeatCut] = [], rulings: [RulingCount] = []
  ) {
    self.sums = sums
    self.labels = labels
    self.labelOrder = labelOrder
    self.annotators = annotators
    self.cuts = cuts
    self.rulings = rulings
  }
}

/// The sums of the units that belong to one column.
public struct HeatCut: Sendable {
  /// The batch, week or value of the slice; nil for the units that have none.
  public let name: String?

  /// Nothing needs to be counted by annotator.
  public let sums: AgreementSums

  /// The units of one column.
  public init(name: String?, sums: AgreementSums) {
    self.name = name
    self.sums = sums
  }
}
