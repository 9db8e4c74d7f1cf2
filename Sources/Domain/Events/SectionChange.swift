/// The text of a section that was proposed.
public struct SectionChange: Hashable, Sendable {
  public let id: SectionID
  /// Position of the last `guideline` event of this section; −1 for a new one.
  public let base: Int
  /// Empty where the section is to go.
  public let text: String

  public init(id: SectionID, base: Int, text: String) {
    self.id = id
    self.base = base
    self.text = text
  }
}
