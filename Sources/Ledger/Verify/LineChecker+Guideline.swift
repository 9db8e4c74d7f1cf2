import Domain

extension LineChecker {
  mutating func followClause() throws(VerificationProblem) {
    let isDraft = payload.isEqual(payload.token(.status), "draft")
    for (field, name) in [(Field.title, "title"), (.labels, "labels"), (.statement, "statement")] {
      guard payload.has(field) == isDraft else {
        throw isDraft ? .missingMember(name) : .unknownMember(name)
      }
    }
    if isDraft, payload.has(.reason) { throw .unknownMember("reason") }
    for (field, name) in [
      (Field.examples, "examples"), (.counterExamples, "counter_examples"), (.born, "born"),
      (.draft, "draft"),
    ] where !isDraft && payload.has(field) { throw .unknownMember(name) }
    try requireRole([.reviewer, .lead], .reviewer)
    let part = guideline.number(of: payload.text(.clause))
    try requireBase(guideline[part].seq)
    if guideline[part].isWithdrawn { throw .rule(.clauseWithdrawn) }
    guard isDraft || guideline[part].seq >= 0 else { throw .rule(.nothingStands) }
    try requireMade(.born)
    guideline.propose(
      part, at: nextSeq, isTakenOut: !isDraft, isUnfinished: payload.has(.draft))
  }

  mutating func followSection() throws(VerificationProblem) {
    try requireText()
    try requireRole([.reviewer, .lead], .reviewer)
    let part = guideline.number(of: payload.text(.section))
    try requireBase(guideline[part].seq)
    let isEmpty = payload.has(.text) && payload.token(.text).content.isEmpty
    if isEmpty, payload.has(.draft) { throw .unknownMember("draft") }
    guideline.propose(
      part, at: nextSeq, isTakenOut: isEmpty, isUnfinished: payload.has(.draft))
  }

  mutating func followPublication() throws(VerificationProblem) {
    try requireDoubtsCounted()
    guard let digest = digest(.digest) else { throw .form("digest") }
    try requireRole(.lead, .lead)
    let version = payload.integer(.guidelineVersion)
    guard version == guideline.version + 1 else { throw .rule(.versionOutOfOrder) }
    try takeDoubts()
    var semantic: [VerifiedCalibrations.Part] = []
    var published: Set<VerifiedCalibrations.Part> = []
    var changes = RawElements(payload.bytes, payload.token(.changes))
    while let element = try changes?.next() {
      let form = RawForm(bytes: payload.bytes)
      guard let change = try form.change(element) else { throw .form("changes") }
      key.removeAll(keepingCapacity: true)
      RawForm.appendText(payload.bytes, change.part, to: &key)
      let seq = RawForm.integer(payload.bytes, change.seq.range)
      let part = guideline.number(of: key)
      if guideline[part].isUnfinished, guideline[part].seq == seq {
        throw .rule(.partUnfinished)
      }
      guard guideline.publish(part, seq: seq) else {
        throw .rule(.nothingToPublish)
      }
      let tried = VerifiedCalibrations.Part(number: part, seq: seq)
      published.insert(tried)
      if payload.isEqual(change.kind, "semantic") { semantic.append(tried) }
    }
    if payload.has(.calibration) {
      try requireCalibration(of: semantic, among: published)
    }
    guideline.publish(version: version, digest: digest)
  }

  /// The rulings in doubt are as many as the event says, in the line or in an attachment.
  func requireDoubtsCounted() throws(VerificationProblem) {
    let doubts = payload.integer(.doubts)
    guard let inDoubt = payload[.inDoubt] else {
      guard payload.has(.attachment) == (doubts > 0) else { throw .form("doubts") }
      return
    }
    guard !payload.has(.attachment),
      try RawForm(bytes: payload.bytes).risingCount(inDoubt) == doubts
    else { throw .form("doubts") }
  }

  /// Notes which rulings the event puts in doubt. Their list may stand in an attachment.
  mutating func takeDoubts() throws(VerificationProblem) {
    try requireMade(.inDoubt)
    if payload.has(.attachment) {
      guard let bytes = try attachment() else {
        guideline.doubtSome(before: nextSeq)
        return
      }
      guard let list = (try? CanonicalReader.read(bytes, depthLimit: 2))?.array else {
        throw .form("attach")
      }
      for position in list {
        guard let ruling = position.integer, ruling >= 0 else { throw .form("attach") }
        guard ruling < nextSeq else { throw .rule(.rulingNotYetMade) }
        guideline.doubt(Int(ruling))
      }
      guard list.count == payload.integer(.doubts) else { throw .form("doubts") }
    } else if let token = payload[.inDoubt], var list = RawElements(payload.bytes, token) {
      while let position = try list.next() {
        guideline.doubt(RawForm.integer(payload.bytes, position.range))
      }
    }
  }

  private func requireCalibration(
    of semantic: [VerifiedCalibrations.Part], among published: Set<VerifiedCalibrations.Part>
  ) throws(VerificationProblem) {
    guard let tried = calibrations.results[payload.integer(.calibration)] else {
      throw .rule(.calibrationNotMade)
    }
    guard tried.isSuperset(of: semantic), published.isSuperset(of: tried) else {
      throw .rule(.calibrationOfOthers)
    }
  }

  /// Positions that a list names stand before the event itself.
  private func requireMade(_ field: Field) throws(VerificationProblem) {
    guard let token = payload[field], var list = RawElements(payload.bytes, token) else { return }
    while let position = try list.next() {
      guard RawForm.integer(payload.bytes, position.range) < nextSeq else {
        throw .rule(.rulingNotYetMade)
      }
    }
  }
}
