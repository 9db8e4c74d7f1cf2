/// What a project's rulings and open units say of a label.
public struct LabelUse: Hashable, Sendable {
  /// A label that stands against another in open units.
  public struct Rival: Hashable, Sendable {
    public let label: LabelID
    public var units: Int

    public init(label: LabelID, units: Int) {
      self.label = label
      self.units = units
    }
  }

  /// Rulings that stand and say this label.
  public var rulings = 0
  /// Most units first, then by label.
  public private(set) var rivals: [Rival] = []

  public init(rulings: Int = 0, rivals: [Rival] = []) {
    self.rulings = rulings
    self.rivals = rivals
  }

  public mutating func add(_ label: LabelID, units: Int) {
    if let index = rivals.firstIndex(where: { $0.label == label }) {
      rivals[index].units += units
    } else {
      rivals.append(Rival(label: label, units: units))
    }
  }

  /// With the first so many rivals.
  public func keeping(_ count: Int) -> LabelUse {
    let ordered = rivals.sorted { ($1.units, $0.label) < ($0.units, $1.label) }
    return LabelUse(rulings: rulings, rivals: Array(ordered.prefix(count)))
  }
}
