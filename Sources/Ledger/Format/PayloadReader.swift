import Domain

/// Reads the members of a payload into a draft; the exact inverse of `EncodedDraft`.
struct PayloadReader {
  var members: MemberReader
  let attachments: [Digest: [UInt8]]

  mutating func draft() throws(PayloadProblem) -> EventDraft {
    for name in ["v", "seq", "prev"] { _ = members.take(name) }
    let word = try members.text("type")
    guard let type = EventType(rawValue: word) else { throw .unknownType(word) }
    let operation = try members.operation("op")
    let actor = MemberID(try members.text("actor"))
    let at = try instant()
    let isSandbox = try members.optional("sandbox") { $0.boolean == true ? true : nil } ?? false
    let body = try body(of: type)
    try members.finish()
    return EventDraft(operation: operation, at: at, actor: actor, isSandbox: isSandbox, body: body)
  }

  private mutating func instant() throws(PayloadProblem) -> Instant {
    let text = try members.text("ts")
    guard let at = Instant(text), at.text == text else { throw .wrongForm(member: "ts") }
    return at
  }

  private mutating func body(of type: EventType) throws(PayloadProblem) -> EventBody {
    switch type {
    case .genesis:
      .genesis(Genesis(project: try members.operation("project"), name: try members.text("name")))
    case .config: .config(try configurationChange())
    case .role: .role(try member())
    case .imported: .imported(try importRecord())
    case .decision: .decision(try decision())
    case .withdraw: .withdraw(try withdrawal())
    case .reopen: .reopen(try withdrawal())
    case .comment: .comment(Remark(unit: try unit(), text: try longText()))
    case .flag:
      .flag(
        Remark(unit: try unit(), text: try longText(), isRaised: try members.boolean("raised")))
    case .clause: .clause(try clauseChange())
    case .guideline: .guideline(try sectionChange())
    case .publish: .publish(try publication())
    case .calibrate: .calibrate(try calibration())
    case .gold: .gold(try goldChange())
    case .migrate: .migrate(try migration())
    case .audit: .audit(try auditDraw())
    case .refused: .refused(try refusal())
    case .recovered:
      .recovered(
        Recovery(
          bytes: try members.integer("bytes", from: 1), digest: try members.digest("digest")))
    }
  }

  private mutating func configurationChange() throws(PayloadProblem) -> ConfigurationChange {
    let change = ConfigurationChange(text: try longText(), digest: try members.digest("digest"))
    guard change.digest == .sha256(of: change.text) else { throw .wrongForm(member: "digest") }
    return change
  }

  private mutating func member() throws(PayloadProblem) -> Member {
    let roles = try members.list("roles") { $0.string.flatMap { MemberRole(rawValue: $0) } }
    let annotators = try members.list("annotators") { $0.string.map { AnnotatorID($0) } }
    let member = Member(
      id: MemberID(try members.text("member")), user: try members.optionalText("user"),
      roles: roles, annotators: annotators)
    guard member.roles == roles else { throw .wrongForm(member: "roles") }
    guard member.annotators == annotators else { throw .wrongForm(member: "annotators") }
    return member
  }

  private mutating func importRecord() throws(PayloadProblem) -> ImportRecord {
    var record = ImportRecord(
      batch: try members.integer("batch", from: 1), source: try members.text("source"),
      bytes: try members.integer("bytes"), sha256: try members.digest("sha256"),
      importer: try members.text("importer"), mapping: try members.text("mapping"),
      digest: try members.digest("digest"))
    record.itemsNew = try members.integer("items_new")
    record.itemsChanged = try members.integer("items_changed")
    record.ratingsNew = try members.integer("ratings_new")
    record.ratingsChanged = try members.integer("ratings_changed")
    record.ratingsGone = try members.integer("ratings_gone")
    record.rowsRefused = try members.integer("rows_refused")
    record.diagnostics = try members.integer("diagnostics")
    return record
  }

  private mutating func decision() throws(PayloadProblem) -> Decision {
    let base = try members.integer("base", from: -1)
    let batch = try members.integer("batch")
    var decision = Decision(
      seatID: try seatID(), base: base, batch: batch, outcome: try outcome(&members))
    decision.chose = try members.optionalList("chose") { Self.rating($0) }
    decision.reason = try members.optionalText("reason")
    decision.rationale = try members.optionalText("rationale")
    guard decision.rationale?.utf8.count ?? 0 <= Adjudication.rationaleLimit else {
      throw .wrongForm(member: "rationale")
    }
    decision.cites = try members.optionalList("cites") { $0.string.map { ClauseID($0) } }
    decision.follows = try members.optionalList("follows") { Self.count($0) }
    decision.distinguishes = try members.optionalList("distinguishes") { Self.count($0) }
    decision.guideline = try members.integer("guideline")
    decision.orderSeed = try members.optional("order_seed") { $0.string.flatMap(Self.seed) }
    decision.votesSeen = try members.word("votes_seen", of: VotesSeen.self)
    if var first = try members.object("first") {
      decision.first = try outcome(&first)
      try first.finish()
    }
    decision.milliseconds = try members.optional("seconds") {
      $0.string.flatMap { Seconds.milliseconds($0) }
    }
    decision.queue = try queuePlace()
    decision.audit = try members.optional("audit") { Self.count($0) }
    decision.tookOver = try members.optionalText("took_over").map { MemberID($0) }
    return decision
  }

  private mutating func queuePlace() throws(PayloadProblem) -> QueuePlace? {
    guard var place = try members.object("queue") else { return nil }
    let policy = try place.text("policy")
    let wrong = try place.optional("wrong") { $0.string.flatMap { Number($0) } }
    let gain = try place.optional("gain") { $0.string.flatMap { Number($0) } }
    guard let wrong else { throw .missingMember("wrong") }
    guard let gain else { throw .missingMember("gain") }
    let rank = try place.integer("rank", from: 1)
    try place.finish()
    return QueuePlace(policy: policy, wrong: wrong, gain: gain, rank: rank)
  }

  private mutating func withdrawal() throws(PayloadProblem) -> Withdrawal {
    Withdrawal(
      seatID: try seatID(), base: try members.integer("base"),
      reason: try members.optionalText("reason"))
  }

  private mutating func refusal() throws(PayloadProblem) -> RefusalRecord {
    let attempt = try members.text("attempt")
    let code = try members.text("code")
    guard let item = try members.optionalText("item") else {
      return RefusalRecord(attempt: attempt, unit: nil, code: code)
    }
    let unit = UnitID(item: ItemID(item), question: QuestionID(try members.text("question")))
    return RefusalRecord(attempt: attempt, unit: unit, code: code)
  }

  mutating func unit() throws(PayloadProblem) -> UnitID {
    UnitID(
      item: ItemID(try members.text("item")), question: QuestionID(try members.text("question")))
  }

  private mutating func seatID() throws(PayloadProblem) -> SeatID {
    SeatID(unit: try unit(), seat: try members.word("seat", of: Seat.self))
  }

  /// An outcome's members, which a decision holds among its own and `first` in an object.
  func outcome(_ members: inout MemberReader) throws(PayloadProblem) -> Outcome {
    let kind = try members.word("outcome", of: OutcomeKind.self)
    if let plain = Outcome(kind: kind) { return plain }
    if let bytes = try attached(&members) {
      guard let content = try? CanonicalReader.read(bytes, depthLimit: 16),
        let value = Value(exactly: content)
      else { throw .wrongForm(member: "attach") }
      return .value(value)
    }
    guard let content = members.take("value") else { throw .missingMember("value") }
    guard let value = Value(exactly: content),
      Canonical.bytes(content).count <= LogFormat.inlineLimit
    else { throw .wrongForm(member: "value") }
    return .value(value)
  }

  mutating func longText() throws(PayloadProblem) -> String {
    try longText(&members)
  }

  func longText(_ members: inout MemberReader) throws(PayloadProblem) -> String {
    if let bytes = try attached(&members) {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .wrongForm(member: "attach")
      }
      return text
    }
    let text = try members.text("text")
    guard text.utf8.count <= LogFormat.inlineLimit else { throw .wrongForm(member: "text") }
    return text
  }

  func attached(_ members: inout MemberReader) throws(PayloadProblem) -> [UInt8]? {
    guard var reference = try members.object("attach") else { return nil }
    let count = try reference.integer("bytes")
    let digest = try reference.digest("sha256")
    try reference.finish()
    guard let bytes = attachments[digest], bytes.count == count, count > LogFormat.inlineLimit
    else { throw .wrongForm(member: "attach") }
    return bytes
  }

  private static func rating(_ value: CanonicalValue) -> RatingReference? {
    guard let pair = value.array, pair.count == 2, let batch = count(pair[0]),
      let ordinal = count(pair[1])
    else { return nil }
    return RatingReference(batch: batch, ordinal: ordinal)
  }

  static func count(_ value: CanonicalValue) -> Int? {
    guard let number = value.integer, number >= 0 else { return nil }
    return Int(number)
  }

  static func seed(_ text: String) -> UInt64? {
    Hexadecimal.isLowercase(text, digits: 16) ? UInt64(text, radix: 16) : nil
  }
}

extension Value {
  /// Reads the one canonical spelling of a value, and no other.
  fileprivate init?(exactly canonical: CanonicalValue) {
    guard let value = Value(canonical: canonical), value.canonical == canonical else { return nil }
    self = value
  }
}
