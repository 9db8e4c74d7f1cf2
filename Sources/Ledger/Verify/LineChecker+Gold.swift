import Domain

extension LineChecker {
  private static let inlineLimit = 4096

  mutating func followGold() throws(VerificationProblem) {
    let isMarked = payload.isTrue(.marked)
    if isMarked {
      guard payload.has(.outcome) else { throw .missingMember("outcome") }
      guard payload.has(.guideline) else { throw .missingMember("guideline") }
      guard !payload.has(.reason) else { throw .unknownMember("reason") }
      try requireGoldOutcome()
    } else {
      for (field, name) in [
        (Field.outcome, "outcome"), (.value, "value"), (.attachment, "attach"),
        (.guideline, "guideline"), (.ruling, "ruling"),
      ] where payload.has(field) { throw .unknownMember(name) }
    }
    try requireRole([.adjudicator, .lead], .adjudicator)
    key.removeAll(keepingCapacity: true)
    payload.appendText(.item, to: &key)
    key.append(0)
    payload.appendText(.question, to: &key)
    let unit = gold.number(of: key)
    try requireBase(gold[unit])
    if isMarked {
      guard payload.integer(.guideline) <= guideline.version else {
        throw .rule(.versionNotYetPublished)
      }
      if payload.has(.ruling) { try requireRuling() }
    }
    gold[unit] = nextSeq
  }

  private func requireGoldOutcome() throws(VerificationProblem) {
    let outcome = payload.token(.outcome)
    let isWhole = RawForm(bytes: payload.bytes).isWhole(
      outcome: outcome, value: payload[.value], attachment: payload[.attachment])
    guard isWhole, !payload.isEqual(outcome, "escalated"), !payload.isEqual(outcome, "ambiguous")
    else { throw .form("outcome") }
  }

  /// The ruling that gold is made from stands at the unit's main seat; `key` names the unit.
  private mutating func requireRuling() throws(VerificationProblem) {
    key.append(0)
    key.append(contentsOf: "main".utf8)
    let standing = seats[seats.number(of: key)]
    guard standing.status == .ruled, standing.seq == payload.integer(.ruling) else {
      throw .rule(.rulingNotStanding)
    }
  }

  mutating func followCalibration() throws(VerificationProblem) {
    let isDraw = payload.isEqual(payload.token(.step), "draw")
    let drawn: [(Field, String)] = [
      (.question, "question"), (.size, "size"), (.seed, "seed"), (.floor, "floor"),
      (.hard, "hard"), (.guideline, "guideline"), (.units, "units"),
    ]
    let found: [(Field, String)] = [
      (.draw, "draw"), (.batch, "batch"), (.people, "people"), (.answers, "answers"),
      (.figures, "figures"),
    ]
    for (field, name) in isDraw ? drawn : found where !payload.has(field) {
      throw .missingMember(name)
    }
    let others: [(Field, String)] =
      isDraw ? found + [(.target, "target")] : drawn + [(.items, "items"), (.attachment, "attach")]
    for (field, name) in others where payload.has(field) { throw .unknownMember(name) }
    try requireRole([.reviewer, .lead], .reviewer)
    isDraw ? try followDraw() : try followResult()
  }

  private mutating func followDraw() throws(VerificationProblem) {
    if payload.has(.items) {
      let form = RawForm(bytes: payload.bytes)
      guard payload.token(.items).range.count <= Self.inlineLimit else { throw .form("items") }
      guard !payload.has(.attachment),
        try form.count(payload.token(.items)) == payload.integer(.units)
      else { throw .form("units") }
    } else if !payload.has(.attachment) {
      throw .missingMember("items")
    }
    guard payload.integer(.guideline) <= guideline.version else {
      throw .rule(.versionNotYetPublished)
    }
    let parts = try triedParts()
    for part in parts where !guideline.isWaiting(part.number, seq: part.seq) {
      throw .rule(.nothingToPublish)
    }
    calibrations.draws[nextSeq] = parts
  }

  private mutating func followResult() throws(VerificationProblem) {
    guard let drawn = calibrations.draws[payload.integer(.draw)] else {
      throw .rule(.calibrationNotMade)
    }
    guard payload.integer(.batch) <= batches.last?.number ?? 0 else {
      throw .rule(.batchNotYetImported)
    }
    guard try triedParts() == drawn else { throw .rule(.calibrationOfOthers) }
    calibrations.results[nextSeq] = drawn
  }

  private mutating func triedParts() throws(VerificationProblem) -> Set<VerifiedCalibrations.Part> {
    var parts: Set<VerifiedCalibrations.Part> = []
    guard let token = payload[.parts], var list = RawElements(payload.bytes, token) else {
      return parts
    }
    let form = RawForm(bytes: payload.bytes)
    while let element = try list.next() {
      guard let tried = try form.triedPart(element) else { throw .form("parts") }
      key.removeAll(keepingCapacity: true)
      RawForm.appendText(payload.bytes, tried.part, to: &key)
      let seq = RawForm.integer(payload.bytes, tried.seq.range)
      parts.insert(VerifiedCalibrations.Part(number: guideline.number(of: key), seq: seq))
    }
    return parts
  }
}
