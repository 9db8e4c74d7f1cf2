import Domain

extension LineChecker {
  /// The number of the member who acts.
  mutating func actor() throws(VerificationProblem) -> Int {
    key.removeAll(keepingCapacity: true)
    payload.appendText(.actor, to: &key)
    guard let index = members.index(of: key) else { throw .rule(.notAMember) }
    return index
  }

  /// - Parameters:
  ///   - roles: any of these will do.
  ///   - named: the role that is said to lack.
  @discardableResult
  mutating func requireRole(
    _ roles: VerifiedMembers.Roles, _ named: MemberRole
  ) throws(VerificationProblem) -> Int {
    let index = try actor()
    guard !members.roles(index).isDisjoint(with: roles) else { throw .rule(.lacksRole(named)) }
    return index
  }

  /// Exactly one of a text and the name of an attachment.
  func requireText() throws(VerificationProblem) {
    guard payload.has(.text) != payload.has(.attachment) else { throw .missingMember("text") }
  }

  /// The digest of settings, which is that of their text.
  func configurationDigest() throws(VerificationProblem) -> Digest {
    try requireText()
    guard let digest = digest(.digest) else { throw .form("digest") }
    if payload.has(.text) {
      guard Digest.sha256(of: payload.text(.text)) == digest else { throw .form("digest") }
    } else {
      let attached = try RawForm(bytes: payload.bytes).attachment(payload.token(.attachment))
      guard let attached, payload.slice(attached.digest).elementsEqual(payload.slice(.digest))
      else { throw .form("digest") }
    }
    return digest
  }

  mutating func followRole() throws(VerificationProblem) {
    let id = payload.text(.member)
    var member = VerifiedMembers.Member(roles: [], user: nil, summary: [])
    if payload.has(.user) {
      member.summary = payload.text(.user)
      member.user = member.summary
    }
    member.summary.append(0)
    var isFirst = true
    var roles = RawElements(payload.bytes, payload.token(.roles))
    while let role = try roles?.next() {
      if !isFirst { member.summary.append(UInt8(ascii: ",")) }
      isFirst = false
      RawForm.appendText(payload.bytes, role, to: &member.summary)
      if payload.isEqual(role, "lead") { member.roles.insert(.lead) }
      if payload.isEqual(role, "reviewer") { member.roles.insert(.reviewer) }
      if payload.isEqual(role, "adjudicator") { member.roles.insert(.adjudicator) }
    }
    member.summary.append(0)
    isFirst = true
    var annotators = RawElements(payload.bytes, payload.token(.annotators))
    while let annotator = try annotators?.next() {
      if !isFirst { member.summary.append(1) }
      isFirst = false
      RawForm.appendText(payload.bytes, annotator, to: &member.summary)
    }
    try requireRight(toMake: id, member)
    members.set(id, to: member)
  }

  private mutating func requireRight(
    toMake id: [UInt8], _ member: VerifiedMembers.Member
  ) throws(VerificationProblem) {
    if members.isEmpty {
      guard payload.text(.actor) == id, member.roles.contains(.lead) else {
        throw .rule(.foundingByOther)
      }
    } else {
      try requireRole(.lead, .lead)
    }
    if let breach = members.breach(id, becomes: member) { throw .rule(breach) }
  }

  mutating func followDecision() throws(VerificationProblem) {
    let outcome = payload.token(.outcome)
    let isWhole = RawForm(bytes: payload.bytes).isWhole(
      outcome: outcome, value: payload[.value], attachment: payload[.attachment])
    guard isWhole else { throw .form("outcome") }
    let by = try requireRole([.adjudicator, .lead], .adjudicator)
    let seat = seat()
    let standing = seats[seat]
    try requireBase(standing.seq)
    if standing.status == .ruled, !guideline.isInDoubt(standing.seq),
      !mayHaveNewRatings(since: standing)
    {
      throw .rule(.alreadySettled)
    }
    if standing.status == .escalated { try requireRole(.lead, .lead) }
    guard payload.integer(.batch) <= batches.last?.number ?? 0 else {
      throw .rule(.batchNotYetImported)
    }
    guard payload.integer(.guideline) <= guideline.version else {
      throw .rule(.versionNotYetPublished)
    }
    try requireDrawn()
    try requirePrecedents(.follows)
    try requirePrecedents(.distinguishes)
    let isEscalated = payload.isEqual(outcome, "escalated")
    seats[seat] = VerifiedSeats.Standing(
      seq: nextSeq, status: isEscalated ? .escalated : .ruled, by: by,
      batch: batches.last?.number ?? 0)
  }

  /// Whether the decision has seen a batch that came in after the ruling that stands. That it changed
  /// the votes of this very unit, only the batches tell.
  private func mayHaveNewRatings(since standing: VerifiedSeats.Standing) -> Bool {
    payload.isEqual(payload.token(.seat), "main") && payload.integer(.batch) > standing.batch
  }

  private func requirePrecedents(_ field: Field) throws(VerificationProblem) {
    guard let token = payload[field], var list = RawElements(payload.bytes, token) else { return }
    while let precedent = try list.next() {
      guard RawForm.integer(payload.bytes, precedent.range) < nextSeq else {
        throw .rule(.precedentNotYetMade)
      }
    }
  }

  mutating func followWithdrawal() throws(VerificationProblem) {
    let isReopening = payload.type == .reopen
    let by = isReopening ? try requireRole(.lead, .lead) : try actor()
    let seat = seat()
    let standing = seats[seat]
    guard standing.status == .ruled || standing.status == .escalated else {
      throw .rule(.nothingStands)
    }
    try requireBase(standing.seq)
    guard isReopening || standing.by == by else { throw .rule(.notTheirs) }
    seats[seat] = VerifiedSeats.Standing(
      seq: nextSeq, status: isReopening ? .reopened : .withdrawn, by: by,
      batch: batches.last?.number ?? 0)
  }

  func requireBase(_ expected: Int) throws(VerificationProblem) {
    let found = payload.integer(.base)
    guard found == expected else { throw .rule(.base(expected: expected, found: found)) }
  }

  /// The number of the seat that the event speaks of.
  private mutating func seat() -> Int {
    key.removeAll(keepingCapacity: true)
    payload.appendText(.item, to: &key)
    key.append(0)
    payload.appendText(.question, to: &key)
    key.append(0)
    payload.appendText(.seat, to: &key)
    return seats.number(of: key)
  }
}
