import Domain

extension LineChecker {
  /// The member who acts.
  func actor(_ payload: RawPayload) throws(VerificationProblem) -> Int {
    var id: [UInt8] = []
    try payload.appendText("actor", to: &id)
    guard let index = members.index(of: id) else { throw .rule(.notAMember) }
    return index
  }

  /// - Parameters:
  ///   - roles: any of these will do.
  ///   - named: the role that is said to lack.
  @discardableResult
  func requireRole(
    _ roles: VerifiedMembers.Roles, _ named: MemberRole, _ payload: RawPayload
  ) throws(VerificationProblem) -> Int {
    let index = try actor(payload)
    guard !members.roles(index).isDisjoint(with: roles) else { throw .rule(.lacksRole(named)) }
    return index
  }

  /// Exactly one of a text and the name of an attachment.
  func requireText(_ payload: RawPayload) throws(VerificationProblem) {
    guard (payload["text"] == nil) != (payload["attach"] == nil) else {
      throw .missingMember("text")
    }
  }

  /// The digest of settings, which is that of their text.
  func configurationDigest(_ payload: RawPayload) throws(VerificationProblem) -> Digest {
    try requireText(payload)
    let hex = payload.slice(try payload.token("digest"))
    guard let digest = Digest(hex: String(decoding: hex, as: UTF8.self)) else {
      throw .form("digest")
    }
    if payload["text"] != nil {
      var text: [UInt8] = []
      try payload.appendText("text", to: &text)
      guard Digest.sha256(of: text) == digest else { throw .form("digest") }
    } else {
      let attach = try RawForm(bytes: payload.bytes).object(try payload.token("attach")) ?? []
      guard attach.count == 2, payload.slice(attach[1].value).elementsEqual(hex) else {
        throw .form("digest")
      }
    }
    return digest
  }

  mutating func followRole(_ payload: RawPayload) throws(VerificationProblem) {
    let form = RawForm(bytes: payload.bytes)
    var id: [UInt8] = []
    try payload.appendText("member", to: &id)
    var member = VerifiedMembers.Member(roles: [], user: nil, summary: [])
    if payload["user"] != nil {
      var user: [UInt8] = []
      try payload.appendText("user", to: &user)
      member.summary = user
      member.user = user
    }
    member.summary.append(0)
    for (index, role) in (try form.elements(try payload.token("roles")) ?? []).enumerated() {
      if index > 0 { member.summary.append(UInt8(ascii: ",")) }
      RawForm.appendText(payload.bytes, role, to: &member.summary)
      if payload.isEqual(role, "lead") { member.roles.insert(.lead) }
      if payload.isEqual(role, "adjudicator") { member.roles.insert(.adjudicator) }
    }
    member.summary.append(0)
    let annotators = try form.elements(try payload.token("annotators")) ?? []
    for (index, annotator) in annotators.enumerated() {
      if index > 0 { member.summary.append(1) }
      RawForm.appendText(payload.bytes, annotator, to: &member.summary)
    }
    try requireRight(toMake: id, member, payload)
    members.set(id, to: member)
  }

  private func requireRight(
    toMake id: [UInt8], _ member: VerifiedMembers.Member, _ payload: RawPayload
  ) throws(VerificationProblem) {
    if members.isEmpty {
      var actor: [UInt8] = []
      try payload.appendText("actor", to: &actor)
      guard actor == id, member.roles.contains(.lead) else { throw .rule(.foundingByOther) }
    } else {
      try requireRole(.lead, .lead, payload)
    }
    if let breach = members.breach(id, becomes: member) { throw .rule(breach) }
  }

  mutating func followDecision(_ payload: RawPayload) throws(VerificationProblem) {
    let form = RawForm(bytes: payload.bytes)
    let outcome = try payload.token("outcome")
    let isWhole = form.isWhole(
      outcome: outcome, value: payload["value"], attach: payload["attach"])
    guard isWhole else { throw .form("outcome") }
    let by = try requireRole([.adjudicator, .lead], .adjudicator, payload)
    let key = try seatKey(payload)
    let standing = seats.standing(key)
    try requireBase(standing?.seq ?? -1, payload)
    if standing?.status == .ruled { throw .rule(.alreadySettled) }
    if standing?.status == .escalated { try requireRole(.lead, .lead, payload) }
    guard try payload.integer("batch") <= batches.last?.number ?? 0 else {
      throw .rule(.batchNotYetImported)
    }
    for name in ["follows", "distinguishes"] as [StaticString] {
      guard let list = payload[name] else { continue }
      for element in try form.elements(list) ?? []
      where RawForm.integer(payload.bytes, element.range) >= nextSeq {
        throw .rule(.precedentNotYetMade)
      }
    }
    let isEscalated = payload.isEqual(outcome, "escalated")
    seats.set(
      key,
      to: VerifiedSeats.Standing(
        seq: nextSeq, status: isEscalated ? .escalated : .ruled, by: by))
  }

  mutating func followWithdrawal(_ payload: RawPayload) throws(VerificationProblem) {
    let isReopening = payload.schema.type == .reopen
    let by = isReopening ? try requireRole(.lead, .lead, payload) : try actor(payload)
    let key = try seatKey(payload)
    guard let standing = seats.standing(key),
      standing.status == .ruled || standing.status == .escalated
    else { throw .rule(.nothingStands) }
    try requireBase(standing.seq, payload)
    guard isReopening || standing.by == by else { throw .rule(.notTheirs) }
    seats.set(
      key,
      to: VerifiedSeats.Standing(
        seq: nextSeq, status: isReopening ? .reopened : .withdrawn, by: by))
  }

  private func requireBase(
    _ expected: Int, _ payload: RawPayload
  ) throws(VerificationProblem) {
    let found = try payload.integer("base")
    guard found == expected else { throw .rule(.base(expected: expected, found: found)) }
  }

  private func seatKey(_ payload: RawPayload) throws(VerificationProblem) -> [UInt8] {
    var key: [UInt8] = []
    try payload.appendText("item", to: &key)
    key.append(0)
    try payload.appendText("question", to: &key)
    key.append(0)
    try payload.appendText("seat", to: &key)
    return key
  }
}
