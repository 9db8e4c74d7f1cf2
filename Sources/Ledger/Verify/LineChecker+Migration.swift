import Domain

extension LineChecker {
  /// That the mapping leads from the labels before to those after needs the settings read; that is
  /// checked where they can be.
  mutating func followMigration() throws(VerificationProblem) {
    try requireDoubtsCounted()
    try requireRole(.lead, .lead)
    guard payload.integer(.batch) == batches.last?.number ?? 0 else {
      throw .rule(.borderMisplaced)
    }
    try takeDoubts()
    let form = RawForm(bytes: payload.bytes)
    guard let settings = try form.settings(payload.token(.settings)),
      let digest = Digest(
        hex: String(decoding: payload.slice(settings.digest), as: UTF8.self))
    else { throw .form("settings") }
    guard let token = settings.text else {
      guard let attached = settings.attachment,
        payload.slice(attached.digest).elementsEqual(payload.slice(settings.digest))
      else { throw .form("settings") }
      take(VerificationReport.Settings(seq: nextSeq, digest: digest, text: nil))
      return
    }
    var text: [UInt8] = []
    RawForm.appendText(payload.bytes, token, to: &text)
    guard Digest.sha256(of: text) == digest else { throw .form("settings") }
    take(VerificationReport.Settings(seq: nextSeq, digest: digest, text: text))
  }
}
