package import Domain

/// A change to a member: what is nil stays as it is.
package struct MemberChange: Sendable {
  package let id: MemberID
  package let roles: [MemberRole]
  package let user: String?
  package let annotators: [AnnotatorID]?

  package init(
    id: MemberID, roles: [MemberRole], user: String? = nil, annotators: [AnnotatorID]? = nil
  ) {
    self.id = id
    self.roles = roles
    self.user = user
    self.annotators = annotators
  }
}

extension Project {
  /// Makes or changes a member. Whom they are and what they rated is not forgotten because only their
  /// roles were spoken of.
  ///
  /// - Returns: the member as the event has them, and the event.
  package func record(_ change: MemberChange) throws(ProjectFailure) -> (Member, Event) {
    _ = try caughtUp()
    let old = recordedMembers.first { $0.id == change.id }
    let member = Member(
      id: change.id, user: change.user ?? old?.user, roles: change.roles,
      annotators: change.annotators ?? old?.annotators ?? [])
    return (member, try record(.member(member)))
  }
}
