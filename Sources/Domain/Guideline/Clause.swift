/// A citable, numbered part of the guideline.
public typealias Clause = Revised<ClauseText>

/// Where a clause stands.
public enum ClauseStatus: String, Sendable, CaseIterable {
  /// Still being written, and in no version yet.
  case draft
  /// Finished, and in no version yet: a lead may publish it.
  case review
  case published
  /// Taken out by a version, or dropped before it was in one.
  case withdrawn
}

extension Revised where Content == ClauseText {
  /// What it is in the version in force. A published clause may have a newer draft: see `isPending`.
  public var status: ClauseStatus {
    if published != nil { return .published }
    if isTakenOut || !revisions.isEmpty { return .withdrawn }
    return stage == .draft ? .draft : .review
  }
}
