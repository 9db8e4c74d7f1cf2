/// Which heat map is wanted of a `HeatSource`.
public struct HeatMapRequest: Hashable, Sendable {
  /// With less to go by, a cell is said to have too few.
  public static let usualEnough = 20

  /// More rows or columns than this are not kept.
  public static let usualLimit = 256

  public var kind: HeatMapKind
  public var measure: HeatMeasure
  public var order: HeatOrder
  public var units: HeatUnits

  /// Cells whose `base` is smaller have too few.
  public var enough: Int

  /// The most rows, and the most columns.
  public var limit: Int

  /// - Parameter measure: nil for the usual one of the kind.
  public init(
    kind: HeatMapKind = .labelLabel, measure: HeatMeasure? = nil, order: HeatOrder = .declared,
    units: HeatUnits = .all, enough: Int = usualEnough, limit: Int = usualLimit
  ) {
    self.kind = kind
    self.measure = measure ?? kind.measures(of: units).first ?? .share
    self.order = order
    self.units = units
    self.enough = enough
    self.limit = limit
  }
}
