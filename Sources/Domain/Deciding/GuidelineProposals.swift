/// A clause that somebody wants to draft, change or withdraw.
public struct ClauseProposal: Hashable, Sendable {
  /// nil for a new one, which gets the next number.
  public var id: ClauseID?
  /// Position of the proposal that was read; nil where whatever stands is to be replaced.
  public var base: Int?
  /// nil to have the clause withdrawn.
  public var text: ClauseText?
  /// Why it is to be withdrawn.
  public var reason: String?
  /// Whether the words are finished.
  public var stage: ProposalStage

  public init(
    id: ClauseID?, base: Int? = nil, text: ClauseText?, reason: String? = nil,
    stage: ProposalStage = .review
  ) {
    self.id = id
    self.base = base
    self.text = text
    self.reason = reason
    self.stage = stage
  }
}

/// What somebody wants a section to say.
public struct SectionProposal: Hashable, Sendable {
  public var id: SectionID
  /// Position of the proposal that was read; nil where whatever stands is to be replaced.
  public var base: Int?
  /// Empty to take the section out.
  public var text: String
  /// Whether the words are finished.
  public var stage: ProposalStage

  public init(
    id: SectionID, base: Int? = nil, text: String, stage: ProposalStage = .review
  ) {
    self.id = id
    self.base = base
    self.text = text
    self.stage = stage
  }
}

/// What of the guideline's words is missing or too long.
public enum GuidelineWords: String, Sendable, CaseIterable {
  case title
  case statement
  case example
  /// A clause as a whole.
  case clause
  case section
  case name
  case reason
}
