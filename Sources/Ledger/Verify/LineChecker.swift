import Domain

/// Checks line after line of a log: shape, hash, canonical form, members, chain, and the rules of who
/// may record what.
///
/// A line that fails changes nothing: the checker stands where it stood.
struct LineChecker {
  /// The position that the next line must have.
  private(set) var nextSeq = 0
  /// The hash of the last line, as hexadecimal digits.
  private(set) var previous = [UInt8](repeating: UInt8(ascii: "0"), count: 64)
  private(set) var batches: [VerificationReport.Batch] = []
  private(set) var configuration: Digest?
  var members = VerifiedMembers()
  var seats = VerifiedSeats()
  private var operations = ByteTable()
  private var isSandbox = false
  private let schemas = PayloadSchema.all
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

  /// The state hash of all lines so far.
  var stateHash: Digest {
    var hasher = StreamingDigest()
    seats.summarise(into: &hasher)
    members.summarise(into: &hasher)
    let guideline = Digest.zero
    hasher.update("\((configuration ?? .zero).hex)\n\(guideline.hex)\n".utf8)
    return hasher.digest()
  }

  /// Takes the next line, its LF included.
  mutating func check(_ line: UnsafeBufferPointer<UInt8>) throws(VerificationProblem) {
    let cut = try Self.requireHash(line)
    let payload = try RawPayload(line, end: cut, schemas: schemas)
    let seq = try payload.integer("seq")
    guard seq == nextSeq else { throw .sequence(found: seq) }
    guard payload.slice(try payload.token("prev")).elementsEqual(previous) else {
      throw .previous
    }
    let operation = Self.packed(payload.slice(try payload.token("op")))
    if let earlier = operation.withUnsafeBytes({ operations.index(of: $0) }) {
      throw .operationRepeated(at: earlier)
    }
    try requireSandbox(payload)
    try requireAttachments(payload)
    try follow(payload)

    _ = operation.withUnsafeBytes { operations.insert($0) }
    previous.replaceSubrange(0..<64, with: line[(cut + 9)..<(cut + 73)])
    nextSeq += 1
  }

  /// Applies what the event does, where the rules allow it.
  private mutating func follow(_ payload: RawPayload) throws(VerificationProblem) {
    guard (payload.schema.type == .genesis) == (nextSeq == 0) else {
      throw .rule(.genesisMisplaced)
    }
    switch payload.schema.type {
    case .genesis: isSandbox = payload["sandbox"] != nil
    case .refused:
      guard (payload["item"] == nil) == (payload["question"] == nil) else {
        throw .missingMember(payload["item"] == nil ? "item" : "question")
      }
    case .recovered: break
    case .role: try followRole(payload)
    case .config:
      try requireRole(.lead, .lead, payload)
      configuration = try configurationDigest(payload)
    case .imported: try followImport(payload)
    case .comment, .flag:
      try requireText(payload)
      _ = try actor(payload)
    case .decision: try followDecision(payload)
    case .withdraw, .reopen: try followWithdrawal(payload)
    }
  }

  private mutating func followImport(_ payload: RawPayload) throws(VerificationProblem) {
    try requireRole(.lead, .lead, payload)
    let number = try payload.integer("batch")
    guard number > batches.last?.number ?? 0 else { throw .rule(.batchOutOfOrder) }
    let hex = payload.slice(try payload.token("digest"))
    guard let digest = Digest(hex: String(decoding: hex, as: UTF8.self)) else {
      throw .form("digest")
    }
    batches.append(VerificationReport.Batch(seq: nextSeq, number: number, digest: digest))
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
    var hasher = StreamingDigest()
    hasher.update([0])
    hasher.update(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(line)[..<cut]))
    hasher.update([UInt8(ascii: "}")])
    guard line[(cut + 9)..<(cut + 73)].elementsEqual(hasher.digest().hex.utf8) else {
      throw .hash
    }
    return cut
  }

  private func requireSandbox(_ payload: RawPayload) throws(VerificationProblem) {
    guard nextSeq == 0 || (payload["sandbox"] != nil) == isSandbox else {
      throw .rule(.sandboxMixed)
    }
  }

  /// 32 digits as 16 bytes.
  private static func packed(_ digits: UnsafeRawBufferPointer) -> [UInt8] {
    var packed: [UInt8] = []
    packed.reserveCapacity(16)
    for index in stride(from: 0, to: digits.count - 1, by: 2) {
      let high = RawScanner.hexDigit(digits[index]) ?? 0
      packed.append(high << 4 | (RawScanner.hexDigit(digits[index + 1]) ?? 0))
    }
    return packed
  }

  private func requireAttachments(_ payload: RawPayload) throws(VerificationProblem) {
    guard let attachments else { return }
    let form = RawForm(bytes: payload.bytes)
    var references: [RawScanner.Token] = []
    if let attach = payload["attach"] { references.append(attach) }
    if let first = payload["first"], let members = try form.object(first) {
      let attach = members.first { RawPayload.equal(payload.bytes, $0.name, "attach") }
      if let attach { references.append(attach.value) }
    }
    for reference in references {
      guard let members = try form.object(reference), members.count == 2 else { continue }
      let hex = String(decoding: payload.slice(members[1].value), as: UTF8.self)
      guard let digest = Digest(hex: hex) else { throw .form("attach") }
      let count = RawForm.integer(payload.bytes, members[0].value.range)
      try Self.requireAttachment(digest, count: count, at: attachments + "/" + hex)
    }
  }

  private static func requireAttachment(
    _ digest: Digest, count: Int, at path: String
  ) throws(VerificationProblem) {
    guard let bytes = try? DurableFile.read(path, limit: 16 << 20) else {
      throw .attachmentMissing(digest)
    }
    guard bytes.count == count, Digest.sha256(of: bytes) == digest else {
      throw .attachmentDiffers(digest)
    }
  }
}
