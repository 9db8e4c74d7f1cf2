/// The text of a section that was proposed.
public struct SectionChange: Hashable, Sendable {
  public let id: SectionID
  /// Position of the last `guideline` event of this section; −1 for a new one.
  public let base: Int
  /// Empty where the section is to go.
  public let text: String
  /// Whether the words are finished; where the section is to go they are.
  public let stage: ProposalStage

  public init(
    id: SectionID, base: Int, text: String, stage: ProposalStage = .review
  ) {
    self.id = id
    self.base = base
    self.text = text
    self.stage = text.isEmpty ? .review : stage
  }
}
