import Domain

/// Checks line after line of a log: shape, hash, canonical form, members, chain, and the rules of who
/// may record what. After a line that fails it takes no more.
struct LineChecker {
  /// The position that the next line must have.
  private(set) var nextSeq = 0
  /// The hash of the last line, as hexadecimal digits.
  private var previous = [UInt8](repeating: UInt8(ascii: "0"), count: 64)
  private(set) var batches: [VerificationReport.Batch] = []
  private(set) var configuration: Digest?
  private(set) var project: OperationID?
  private(set) var settings: [VerificationReport.Settings] = []
  /// Positions of the events of the guideline.
  private(set) var guidelineEvents: [Int] = []
  var members = VerifiedMembers()
  var seats = VerifiedSeats()
  var guideline = VerifiedGuideline()
  var gold = VerifiedGold()
  var calibrations = VerifiedCalibrations()
  var audit: VerifiedAudit?
  var payload = RawPayload()
  /// Put together anew for each line; kept so that its memory is.
  var key: [UInt8] = []
  private var operations = ByteTable()
  private var isSandbox = false
  private let attachments: String?

  private static let tail = 76
  private static let longest = 65_536 - 1 + tail

  /// - Parameter attachments: their folder, to have their digests checked.
  init(attachments: String? = nil) {
    self.attachments = attachments
  }

  var head: Head {
    guard nextSeq > 0, let hash = Digest(hex: String(decoding: previous, as: UTF8.self)) else {
      return .empty
    }
    return Head(seq: nextSeq - 1, hash: hash)
  }

  /// The last line's hash as a leaf of the tree.
  var leaf: TreeHash { TreeHash(digits: previous) }

  /// The state hash of all lines so far.
  var stateHash: Digest {
    var hasher = StreamingDigest()
    seats.summarise(into: &hasher)
    members.summarise(into: &hasher)
    let inForce = [configuration, guideline.digest].map { ($0 ?? .zero).hex + "\n" }
    hasher.update(inForce.joined().utf8)
    return hasher.digest()
  }

  /// Takes the next line, its LF included.
  mutating func check(_ line: UnsafeBufferPointer<UInt8>) throws(VerificationProblem) {
    let cut = try Self.requireHash(line)
    try payload.read(line, end: cut)
    let seq = payload.integer(.seq)
    guard seq == nextSeq else { throw .sequence(found: seq) }
    let claimed = payload.slice(.previous)
    guard previous.withUnsafeBytes({ $0.elementsEqual(claimed) }) else { throw .previous }
    try requireNewOperation()
    guard seq == 0 || payload.has(.sandbox) == isSandbox else { throw .rule(.sandboxMixed) }
    try requireAttachments()
    try follow()
    for index in 0..<64 { previous[index] = line[cut + 9 + index] }
    nextSeq += 1
  }

  /// Applies what the event does, where the rules allow it.
  private mutating func follow() throws(VerificationProblem) {
    guard (payload.type == .genesis) == (nextSeq == 0) else { throw .rule(.genesisMisplaced) }
    switch payload.type {
    case .genesis:
      isSandbox = payload.has(.sandbox)
      project = OperationID(hex: String(decoding: payload.slice(.project), as: UTF8.self))
    case .refused:
      guard payload.has(.item) == payload.has(.question) else {
        throw .missingMember(payload.has(.item) ? "question" : "item")
      }
    case .recovered: break
    case .role: try followRole()
    case .config:
      try requireRole(.lead, .lead)
      try followSettings()
    case .imported: try followImport()
    case .comment, .flag:
      try requireText()
      _ = try actor()
    case .clause:
      try followClause()
      guidelineEvents.append(nextSeq)
    case .guideline:
      try followSection()
      guidelineEvents.append(nextSeq)
    case .publish:
      try followPublication()
      guidelineEvents.append(nextSeq)
    case .calibrate: try followCalibration()
    case .gold: try followGold()
    case .migrate: try followMigration()
    case .audit: try followAudit()
    case .decision: try followDecision()
    case .withdraw, .reopen: try followWithdrawal()
    }
  }

  private mutating func followSettings() throws(VerificationProblem) {
    let digest = try configurationDigest()
    take(
      VerificationReport.Settings(
        seq: nextSeq, digest: digest, text: payload.has(.text) ? payload.text(.text) : nil))
  }

  /// From here on these settings are in force.
  mutating func take(_ inForce: VerificationReport.Settings) {
    configuration = inForce.digest
    settings.append(inForce)
  }

  private mutating func followImport() throws(VerificationProblem) {
    try requireRole(.lead, .lead)
    let number = payload.integer(.batch)
    guard number > batches.last?.number ?? 0 else { throw .rule(.batchOutOfOrder) }
    guard let digest = digest(.digest) else { throw .form("digest") }
    batches.append(VerificationReport.Batch(seq: nextSeq, number: number, digest: digest))
  }

  func digest(_ field: Field) -> Digest? {
    Digest(hex: String(decoding: payload.slice(field), as: UTF8.self))
  }

  /// Checks shape and hash of a line.
  ///
  /// - Returns: where the payload's last brace stands, if it were there.
  private static func requireHash(
    _ line: UnsafeBufferPointer<UInt8>
  ) throws(VerificationProblem) -> Int {
    guard line.count <= longest else { throw .tooLong }
    let cut = line.count - tail
    guard cut > 0, RawPayload.equal(line, cut..<(cut + 9), ",\"hash\":\""),
      RawPayload.equal(line, (cut + 73)..<line.count, "\"}\n")
    else { throw .shape }
    let raw = UnsafeRawBufferPointer(line)
    var hasher = StreamingDigest()
    hasher.update(byte: 0)
    hasher.update(UnsafeRawBufferPointer(rebasing: raw[..<cut]))
    hasher.update(byte: UInt8(ascii: "}"))
    guard hasher.matches(UnsafeRawBufferPointer(rebasing: raw[(cut + 9)..<(cut + 73)])) else {
      throw .hash
    }
    return cut
  }

  private mutating func requireNewOperation() throws(VerificationProblem) {
    let digits = payload.slice(.operation)
    key.removeAll(keepingCapacity: true)
    for index in stride(from: 0, to: digits.count - 1, by: 2) {
      let high = RawScanner.hexDigit(digits[index]) ?? 0
      key.append(high << 4 | (RawScanner.hexDigit(digits[index + 1]) ?? 0))
    }
    let number = key.withUnsafeBytes { operations.insert($0) }
    guard number == nextSeq else { throw .operationRepeated(at: number) }
  }

  private func requireAttachments() throws(VerificationProblem) {
    guard let attachments else { return }
    let form = RawForm(bytes: payload.bytes)
    if let token = payload[.attachment], let named = try form.attachment(token) {
      try require(named, in: attachments)
    }
    if let token = payload[.settings], let named = try form.settings(token)?.attachment {
      try require(named, in: attachments)
    }
    if let first = payload[.first], let named = try form.attachment(ofFirst: first) {
      try require(named, in: attachments)
    }
  }

  /// The bytes of the event's attachment, which were checked; nil where the folder is not known.
  func attachment() throws(VerificationProblem) -> [UInt8]? {
    guard let attachments, let token = payload[.attachment],
      let named = try RawForm(bytes: payload.bytes).attachment(token)
    else { return nil }
    return try require(named, in: attachments)
  }

  @discardableResult
  private func require(
    _ named: RawAttachment, in folder: String
  ) throws(VerificationProblem) -> [UInt8] {
    let hex = String(decoding: payload.slice(named.digest), as: UTF8.self)
    guard let digest = Digest(hex: hex) else { throw .form("attach") }
    guard let bytes = try? DurableFile.read(folder + "/" + hex, limit: 16 << 20) else {
      throw .attachmentMissing(digest)
    }
    guard bytes.count == named.bytes, Digest.sha256(of: bytes) == digest else {
      throw .attachmentDiffers(digest)
    }
    return bytes
  }
}
