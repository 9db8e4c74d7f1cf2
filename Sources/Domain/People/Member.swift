/// Someone who works on the project.
public struct Member: Hashable, Sendable {
  public let id: MemberID
  /// The operating system's (or the database's) name of the user, where one is bound.
  public let user: String?
  /// In byte order, each once.
  public let roles: [MemberRole]
  /// The annotators that are this person: their ratings bar them from ruling on the same item.
  public let annotators: [AnnotatorID]

  public init(id: MemberID, user: String?, roles: [MemberRole], annotators: [AnnotatorID] = []) {
    self.id = id
    self.user = user
    self.roles = Set(roles).sorted()
    self.annotators = Set(annotators).sorted()
  }

  public func holds(_ role: MemberRole) -> Bool {
    roles.contains(role)
  }
}
