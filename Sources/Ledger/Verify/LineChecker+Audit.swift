import Domain

extension LineChecker {
  private static let inlineLimit = 4096

  /// That no ruling stood on what was drawn needs the tables; whether the units exist, too.
  mutating func followAudit() throws(VerificationProblem) {
    try requireRole(.lead, .lead)
    let sample = try self.sample()
    let size = payload.integer(.size)
    let units = payload.integer(.units)
    let open = payload.integer(.open)
    guard size <= units else { throw .form("size") }
    guard units <= open else { throw .form("units") }
    if let sample {
      guard sample.units.count == units else { throw .form("units") }
      guard sample.labelled <= open else { throw .form("open") }
    }
    guard payload.integer(.batch) <= batches.last?.number ?? 0 else {
      throw .rule(.batchNotYetImported)
    }
    guard payload.integer(.guideline) <= guideline.version else {
      throw .rule(.versionNotYetPublished)
    }
    audit = VerifiedAudit(seq: nextSeq, units: sample?.units)
  }

  /// What was drawn, from the line or from its attachment; nil where that is not at hand.
  private func sample() throws(VerificationProblem) -> RawForm.Sample? {
    guard payload.has(.sample) != payload.has(.attachment) else { throw .missingMember("sample") }
    if let token = payload[.sample] {
      guard token.range.count <= Self.inlineLimit,
        let sample = try RawForm(bytes: payload.bytes).sample(token)
      else { throw .form("sample") }
      return sample
    }
    guard let bytes = try attachment() else { return nil }
    guard let sample = try? Self.sample(in: bytes) else { throw .form("attach") }
    return sample
  }

  private static func sample(in bytes: [UInt8]) throws -> RawForm.Sample? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    return try bytes.withUnsafeBufferPointer { bytes in
      var scanner = RawScanner(bytes, bytes.indices)
      let token = try scanner.value()
      return scanner.isAtEnd ? try RawForm(bytes: bytes).sample(token) : nil
    }
  }

  /// A ruling that was asked for by an audit names the last one, which drew its unit.
  mutating func requireDrawn() throws(VerificationProblem) {
    guard payload.has(.audit) else { return }
    guard let audit, payload.integer(.audit) == audit.seq,
      payload.isEqual(payload.token(.seat), "main")
    else { throw .rule(.notDrawn) }
    guard let units = audit.units else { return }
    key.removeAll(keepingCapacity: true)
    payload.appendText(.item, to: &key)
    key.append(0)
    payload.appendText(.question, to: &key)
    guard units.contains(key) else { throw .rule(.notDrawn) }
  }
}
