/// A rectangle with a label, in the units of its source (per cent of the image in Label Studio).
public struct Box: Hashable, Sendable {
  public let x: Number
  public let y: Number
  public let width: Number
  public let height: Number
  /// Degrees clockwise about the upper left corner; 0 for upright boxes.
  public let rotation: Number
  public let label: LabelID

  public init(
    x: Number, y: Number, width: Number, height: Number, rotation: Number = Number(0),
    label: LabelID
  ) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.rotation = rotation
    self.label = label
  }
}
