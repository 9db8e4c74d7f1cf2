/// How a version of the guideline is written where ratings are sorted by it.
public enum VersionName {
  /// What came before anything was published.
  private static let none = "before v1"

  /// `v3`; of 0, `before v1`.
  public static func text(_ version: Int) -> String {
    version > 0 ? "v\(version)" : none
  }

  /// Reads what `text` writes, and a bare number.
  ///
  /// - Returns: nil for anything else.
  public static func number(_ text: String) -> Int? {
    if text.utf8.elementsEqual(none.utf8) { return 0 }
    guard let number = Int(text.hasPrefix("v") ? String(text.dropFirst()) : text), number >= 0
    else { return nil }
    return number
  }
}
