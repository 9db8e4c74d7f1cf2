import Domain

/// `[guideline]`: what a version has to reach before it is published.
enum GuidelineSection {
  static func read(_ root: RootReader) -> GuidelineSettings {
    guard let reader = root.table("guideline", keys: ["target"]) else { return GuidelineSettings() }
    return GuidelineSettings(target: reader.amount("target", .share))
  }
}
