package import Domain

/// A draft as it stands in the log, but for its place, with the attachments to be stored before it.
package struct EncodedDraft {
  package let draft: EventDraft
  package private(set) var attachments: [Attachment] = []
  var members: CanonicalObject

  init(_ draft: EventDraft) throws(PayloadProblem) {
    self.draft = draft
    members = CanonicalObject([
      "v": .integer(LogFormat.version),
      "ts": .string(draft.at.text),
      "type": .string(draft.body.type.rawValue),
      "actor": .string(draft.actor.text),
      "op": .string(draft.operation.hex),
      "sandbox": draft.isSandbox ? true : nil,
    ])
    guard draft.at.text.utf8.count == "2000-01-01T00:00:00.000Z".utf8.count else {
      throw .wrongForm(member: "ts")
    }
    try add(draft.body)
    for attachment in attachments where attachment.bytes.count > LogFormat.attachmentLimit {
      throw .tooLarge(bytes: attachment.bytes.count, limit: LogFormat.attachmentLimit)
    }
  }

  /// The whole line at a place in the log.
  func line(seq: Int, previous: Digest) throws(PayloadProblem) -> LogLine {
    var members = members
    members["seq"] = .integer(Int64(seq))
    members["prev"] = .string(previous.hex)
    let payload = Canonical.bytes(members)
    guard payload.count <= LogFormat.payloadLimit else {
      throw .tooLarge(bytes: payload.count, limit: LogFormat.payloadLimit)
    }
    try CanonicalValue.object(members).requireFitForLog()
    return LogLine(payload: payload)
  }

  private mutating func add(_ body: EventBody) throws(PayloadProblem) {
    switch body {
    case .genesis(let genesis):
      members["project"] = .string(genesis.project.hex)
      members["name"] = .string(genesis.name)
    case .config(let change):
      guard change.digest == .sha256(of: change.text) else {
        throw .wrongForm(member: "digest")
      }
      members["digest"] = .string(change.digest.hex)
      add(text: change.text)
    case .role(let member): add(member)
    case .imported(let record): add(record)
    case .decision(let decision): try add(decision)
    case .withdraw(let withdrawal), .reopen(let withdrawal): add(withdrawal)
    case .comment(let remark):
      guard remark.isRaised else { throw .wrongForm(member: "raised") }
      add(remark.unit)
      add(text: remark.text)
    case .flag(let remark):
      add(remark.unit)
      add(text: remark.text)
      members["raised"] = .boolean(remark.isRaised)
    case .clause(let change): add(change)
    case .guideline(let change):
      members["section"] = .string(change.id.key)
      members["base"] = .integer(Int64(change.base))
      add(text: change.text)
      if change.stage == .draft { members["draft"] = .boolean(true) }
    case .publish(let publication): add(publication)
    case .calibrate(let calibration): add(calibration)
    case .gold(let change): add(change)
    case .migrate(let migration): try add(migration)
    case .audit(let draw): try add(draw)
    case .refused(let record):
      members["attempt"] = .string(record.attempt)
      members["code"] = .string(record.code)
      if let unit = record.unit { add(unit) }
    case .recovered(let recovery):
      members["bytes"] = .integer(Int64(recovery.bytes))
      members["digest"] = .string(recovery.digest.hex)
    }
  }

  mutating func add(_ unit: UnitID) {
    members["item"] = .string(unit.item.text)
    members["question"] = .string(unit.question.text)
  }

  private mutating func add(_ member: Member) {
    members["member"] = .string(member.id.text)
    members["user"] = member.user.map { .string($0) }
    members["roles"] = .array(member.roles.map { .string($0.rawValue) })
    members["annotators"] = .array(member.annotators.map { .string($0.text) })
  }

  private mutating func add(_ record: ImportRecord) {
    members["batch"] = .integer(Int64(record.batch))
    members["source"] = .string(record.source)
    members["bytes"] = .integer(Int64(record.bytes))
    members["sha256"] = .string(record.sha256.hex)
    members["importer"] = .string(record.importer)
    members["mapping"] = .string(record.mapping)
    members["items_new"] = .integer(Int64(record.itemsNew))
    members["items_changed"] = .integer(Int64(record.itemsChanged))
    members["ratings_new"] = .integer(Int64(record.ratingsNew))
    members["ratings_changed"] = .integer(Int64(record.ratingsChanged))
    members["ratings_gone"] = .integer(Int64(record.ratingsGone))
    members["rows_refused"] = .integer(Int64(record.rowsRefused))
    members["diagnostics"] = .integer(Int64(record.diagnostics))
    members["digest"] = .string(record.digest.hex)
  }

  private mutating func add(_ withdrawal: Withdrawal) {
    add(withdrawal.seatID)
    members["base"] = .integer(Int64(withdrawal.base))
    members["reason"] = withdrawal.reason.map { .string($0) }
  }

  private mutating func add(_ seatID: SeatID) {
    add(seatID.unit)
    members["seat"] = .string(seatID.seat.rawValue)
  }

  private mutating func add(_ decision: Decision) throws(PayloadProblem) {
    let rationale = decision.rationale?.utf8.count ?? 0
    guard rationale <= Adjudication.rationaleLimit else {
      throw .tooLarge(bytes: rationale, limit: Adjudication.rationaleLimit)
    }
    add(decision.seatID)
    members["base"] = .integer(Int64(decision.base))
    members["batch"] = .integer(Int64(decision.batch))
    for member in outcome(decision.outcome).members { members[member.name] = member.value }
    members["chose"] = Self.list(decision.chose) {
      .array([.integer(Int64($0.batch)), .integer(Int64($0.ordinal))])
    }
    members["reason"] = decision.reason.map { .string($0) }
    members["rationale"] = decision.rationale.map { .string($0) }
    members["cites"] = Self.list(decision.cites) { .string($0.text) }
    members["follows"] = Self.list(decision.follows) { .integer(Int64($0)) }
    members["distinguishes"] = Self.list(decision.distinguishes) { .integer(Int64($0)) }
    members["guideline"] = .integer(Int64(decision.guideline))
    members["order_seed"] = decision.orderSeed.map { .string(Hexadecimal.text(of: $0)) }
    members["votes_seen"] = .string(decision.votesSeen.rawValue)
    if let first = decision.first { members["first"] = .object(outcome(first)) }
    members["seconds"] = decision.milliseconds.map { .string(Seconds.text(milliseconds: $0)) }
    members["queue"] = decision.queue.map { place in
      .object([
        "policy": .string(place.policy), "wrong": .string(place.wrong.source),
        "gain": .string(place.gain.source), "rank": .integer(Int64(place.rank)),
      ])
    }
    members["audit"] = decision.audit.map { .integer(Int64($0)) }
    members["took_over"] = decision.tookOver.map { .string($0.text) }
  }

  mutating func outcome(_ outcome: Outcome) -> CanonicalObject {
    var object = CanonicalObject(["outcome": .string(outcome.kind.rawValue)])
    guard let value = outcome.value?.canonical else { return object }
    let bytes = Canonical.bytes(value)
    if bytes.count > LogFormat.inlineLimit {
      object["attach"] = attach(bytes)
    } else {
      object["value"] = value
    }
    return object
  }

  private mutating func add(_ change: ClauseChange) {
    members["clause"] = .string(change.id.text)
    members["base"] = .integer(Int64(change.base))
    let status: ClauseStatus = change.text == nil ? .withdrawn : .draft
    members["status"] = .string(status.rawValue)
    if change.stage == .draft { members["draft"] = .boolean(true) }
    members["reason"] = change.reason.map { .string($0) }
    for member in change.text?.canonical.members ?? [] { members[member.name] = member.value }
  }

  private mutating func add(_ publication: Publication) {
    members["version"] = .integer(Int64(publication.version))
    members["digest"] = .string(publication.digest.hex)
    members["changes"] = .array(
      publication.changes.map { change in
        .object([
          "change": .string(change.kind.rawValue), "part": .string(change.part.key),
          "seq": .integer(Int64(change.seq)),
        ])
      })
    members["calibration"] = publication.calibration.map { .integer(Int64($0)) }
    members["waived"] = publication.waived.map { .string($0) }
    add(inDoubt: publication.inDoubt)
  }

  private mutating func add(text: String) {
    if text.utf8.count > LogFormat.inlineLimit {
      members["attach"] = attach(Array(text.utf8))
    } else {
      members["text"] = .string(text)
    }
  }

  mutating func attach(_ bytes: [UInt8]) -> CanonicalValue {
    let attachment = Attachment(bytes: bytes)
    attachments.append(attachment)
    return attachment.reference
  }

  /// Empty lists are left out, so that a list has one spelling.
  static func list<Element>(
    _ elements: [Element], _ spell: (Element) -> CanonicalValue
  ) -> CanonicalValue? {
    elements.isEmpty ? nil : .array(elements.map(spell))
  }
}
