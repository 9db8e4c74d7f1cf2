/// Units drawn at random among those that would be released without a ruling, with what would have been
/// released: once people have ruled on them, blind to it, they show how right the release is.
///
/// What would have been released is kept with the draw, so that the audit can be counted again without
/// any model of annotators: a drawn unit is right where its ruling says what stands here.
public struct AuditDraw: Hashable, Sendable {
  /// n: how many were asked for. The first n that were drawn are a simple random sample.
  public let size: Int
  /// The least of each label; 0 for the simple random sample alone. What it adds stands behind it.
  public let floor: Int
  public let seed: UInt64
  /// Units whose ruling stood.
  public let ruled: Int
  /// M: units that would have been released without one.
  public let open: Int
  /// How many of these would have been released with each label, in byte order of the labels; without
  /// values that are no label.
  public let labels: [LabelCount]
  /// Number of the newest batch.
  public let batch: Int
  /// The guideline's version; 0 before the first.
  public let guideline: Int
  /// In the order of the draw, each unit once: every beginning of the first `size` is a draw, too, and
  /// so is every beginning of those of one label.
  public let drawn: [ReleasedValue]

  /// How many units would have been released with a label.
  public struct LabelCount: Hashable, Sendable {
    public let label: LabelID
    public let units: Int

    public init(label: LabelID, units: Int) {
      self.label = label
      self.units = units
    }
  }

  public init(
    size: Int, floor: Int = 0, seed: UInt64, ruled: Int, open: Int, labels: [LabelCount] = [],
    batch: Int, guideline: Int = 0, drawn: [ReleasedValue]
  ) {
    self.size = size
    self.floor = floor
    self.seed = seed
    self.ruled = ruled
    self.open = open
    self.labels = labels.sorted { $0.label < $1.label }
    self.batch = batch
    self.guideline = guideline
    self.drawn = drawn
  }

  /// The simple random sample, in the order of the draw.
  public var sample: ArraySlice<ReleasedValue> { drawn.prefix(size) }

  /// Whether its numbers can be those of a draw: units once, n of those drawn, those of M.
  public var isSound: Bool {
    size > 0 && floor >= 0 && ruled >= 0 && batch >= 0 && guideline >= 0
      && size <= drawn.count && drawn.count <= open
      && Set(drawn.map(\.unit)).count == drawn.count
      && labels.allSatisfy { $0.units > 0 } && labels.reduce(0) { $0 + $1.units } <= open
      && Set(labels.map(\.label)).count == labels.count
  }
}
