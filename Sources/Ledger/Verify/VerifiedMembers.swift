/// Who was a member, with which roles, at the point that a verification has come to.
struct VerifiedMembers {
  struct Roles: OptionSet {
    let rawValue: UInt8

    static let adjudicator = Roles(rawValue: 1)
    static let lead = Roles(rawValue: 2)
    static let reviewer = Roles(rawValue: 4)
  }

  struct Member {
    var roles: Roles
    /// nil where no user is bound.
    var user: [UInt8]?
    /// The member's part of the state hash, without its id: user, roles, annotators.
    var summary: [UInt8]
  }

  private var ids = ByteTable()
  private var members: [Member] = []

  var isEmpty: Bool { members.isEmpty }

  /// The number of a member.
  func index(of id: [UInt8]) -> Int? {
    id.withUnsafeBytes { ids.index(of: $0) }
  }

  func roles(_ index: Int) -> Roles {
    members[index].roles
  }

  /// What a change would break.
  func breach(_ id: [UInt8], becomes member: Member) -> RuleBreach? {
    let own = index(of: id)
    let others = members.indices.filter { $0 != own }
    if let user = member.user, others.contains(where: { members[$0].user == user }) {
      return .userBoundTwice
    }
    let hasLead =
      member.roles.contains(.lead) || others.contains { members[$0].roles.contains(.lead) }
    return hasLead ? nil : .lastLead
  }

  mutating func set(_ id: [UInt8], to member: Member) {
    let index = id.withUnsafeBytes { ids.insert($0) }
    if index == members.count {
      members.append(member)
    } else {
      members[index] = member
    }
  }

  /// The members' lines of the state hash, by id.
  func summarise(into hasher: inout StreamingDigest) {
    for index in ids.sortedIndices() {
      ids.withKey(index) { hasher.update($0) }
      hasher.update([0])
      hasher.update(members[index].summary)
      hasher.update([0x0A])
    }
  }
}
