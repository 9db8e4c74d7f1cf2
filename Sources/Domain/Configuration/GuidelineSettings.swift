/// What a version of the guideline has to reach before it is published: `[guideline]` of
/// `tiebreak.toml`.
public struct GuidelineSettings: Hashable, Sendable {
  /// How well annotators are to agree in a calibration, on each label, before a version may change the
  /// guideline's meaning; nil where no calibration is asked for. A share in [0, 1].
  public var target: Number?

  public init(target: Number? = nil) {
    self.target = target
  }
}
