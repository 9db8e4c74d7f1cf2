/// What settings say of people: which names of annotators mean one person, and who is who.
extension ProjectConfiguration {
  /// Whom a name in an export means.
  public func resolved(_ annotator: AnnotatorID) -> AnnotatorID {
    aliases.last { $0.written == annotator }?.alias ?? annotator
  }

  /// A member with what `[members.NAME]` adds to their role event.
  ///
  /// A user that a role event bound stays. Annotators of both are the person, each under the name that
  /// their ratings are kept by.
  public func completed(_ member: Member) -> Member {
    let settings = members.last { $0.id == member.id }
    return Member(
      id: member.id, user: member.user ?? settings?.user, roles: member.roles,
      annotators: (member.annotators + (settings?.annotators ?? [])).map { resolved($0) })
  }
}
