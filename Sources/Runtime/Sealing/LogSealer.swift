import Domain
import Ledger

/// Signs what a log has become, or notes it unsigned where no key is at hand.
///
/// A signature says: this is the log as this account saw it, and it continues what was signed before. It
/// does not say that every line keeps the rules; `log verify` does.
struct LogSealer {
  let log: any EventStore
  /// The log's file.
  let path: String
  let origin: String
  let shelf: any CheckpointShelf
  let keys: KeyFolder
  /// The tree as this account last built it.
  let memory: RememberedTree
  /// What those without a key leave beside the log.
  let unsigned: RememberedHead

  /// Seals the log as it is now.
  ///
  /// - Parameters:
  ///   - known: the keys in force, the one to be preferred first.
  ///   - verified: a verification of the log, whose state hash is then signed too, at its size.
  func seal(
    known: [LogKey], verified: VerificationReport? = nil
  ) throws(LedgerError) -> SealOutcome {
    let head: Head
    if let verified { head = verified.head } else { head = try log.head() }
    guard head.seq >= 0 else { return .nothing }
    guard let key = try signingKey(known) else {
      try note(head)
      return .noted(head)
    }
    try requireContinuation(to: head)
    let frontier = try frontier(at: head)
    let checkpoint = Checkpoint(
      origin: origin, size: frontier.size, root: frontier.root, head: head.hash,
      state: verified?.stateHash)
    if let verified, verified.trees.last?.root != checkpoint.root {
      throw .broken(LogEvidence(path: path, finding: .replaced, seq: head.seq))
    }
    try put(checkpoint, signedBy: key)
    return .signed(checkpoint, key.verifier)
  }

  private func signingKey(_ known: [LogKey]) throws(LedgerError) -> SigningKey? {
    for key in known {
      guard let verifier = VerifierKey(key.text), verifier.name == origin else { continue }
      if let signing = try keys.signingKey(for: verifier) { return signing }
    }
    return nil
  }

  /// Leaves the head beside the log, where no later one is noted.
  private func note(_ head: Head) throws(LedgerError) {
    if let noted = try unsigned.read(), noted.seq >= head.seq { return }
    try unsigned.write(head)
  }

  /// Never sign what does not continue the newest checkpoint there is.
  private func requireContinuation(to head: Head) throws(LedgerError) {
    guard let newest = try shelf.newest(path: path), let end = newest.end else { return }
    guard end.seq <= head.seq else {
      throw .broken(LogEvidence(path: path, finding: .endsBefore(known: end, end: head)))
    }
    guard let event = try log.read(from: end.seq, limit: 1).first, event.hash == end.hash else {
      throw .broken(
        LogEvidence(path: path, finding: .differs(known: end, found: .zero), seq: end.seq))
    }
  }

  /// The tree up to a head: from where it was left, or from the start, verified then.
  private func frontier(at head: Head) throws(LedgerError) -> MerkleFrontier {
    var content: RememberedTree.Content
    if let known = try remembered(notBehind: head) {
      content = known
    } else {
      content = try built(to: head)
    }
    while content.head.seq < head.seq {
      let events = try log.read(
        from: content.head.seq + 1, limit: min(1024, head.seq - content.head.seq))
      guard let last = events.last else { break }
      for event in events { content.frontier.append(TreeHash(leaf: event.hash)) }
      content.head = Head(of: last)
    }
    guard content.head == head else {
      throw .broken(
        LogEvidence(
          path: path, finding: .differs(known: head, found: content.head.hash), seq: head.seq))
    }
    try memory.write(content)
    return content.frontier
  }

  /// What is remembered, where the log still has it and it is no later than wanted.
  private func remembered(
    notBehind head: Head
  ) throws(LedgerError) -> RememberedTree.Content? {
    guard let content = memory.read(), content.head.seq <= head.seq,
      try log.read(from: content.head.seq, limit: 1).first?.hash == content.head.hash
    else { return nil }
    return content
  }

  /// The tree from the first line on. The verifier builds its own, and both must agree.
  private func built(to head: Head) throws(LedgerError) -> RememberedTree.Content {
    var options = VerificationOptions()
    options.lastSeq = head.seq
    options.sizes = [head.seq + 1]
    options.known = [head]
    let report = try LogVerifier.verify(path, options: options)
    guard report.isSound, let tree = report.trees.last else {
      throw .broken(
        LogEvidence(
          path: path, finding: .sequence(expected: head.seq, found: report.head.seq),
          seq: report.firstBad?.seq ?? report.events))
    }
    var frontier = MerkleFrontier()
    for leaf in try LogLeaves.read(path, limit: head.seq + 1) { frontier.append(leaf) }
    guard frontier.root == tree.root else {
      throw .broken(LogEvidence(path: path, finding: .replaced, seq: head.seq))
    }
    return RememberedTree.Content(frontier: frontier, head: head)
  }

  /// Puts a checkpoint beside the log. One of the same size that says the same gets our signature too;
  /// one that says something else of the lines is evidence, and stays.
  private func put(
    _ checkpoint: Checkpoint, signedBy key: SigningKey
  ) throws(LedgerError) {
    var note = try checkpoint.signed(by: key)
    if let bytes = try shelf.note(of: checkpoint.size), let there = try? SignedNote(bytes),
      let other = try? Checkpoint(there)
    {
      guard other.root == checkpoint.root, other.origin == checkpoint.origin else {
        throw .broken(
          LogEvidence(
            path: path, finding: .differs(known: other.end ?? .empty, found: .zero),
            seq: checkpoint.size - 1))
      }
      // A note with a state says more than one without.
      if other.state != nil, checkpoint.state == nil { return }
      if there.text == note.text {
        if (try? there.signers(among: [key.verifier])) != nil { return }
        note = note.adding(there)
      }
    }
    try shelf.put(note.bytes, of: checkpoint.size)
  }
}

/// What became of sealing.
enum SealOutcome: Sendable {
  case signed(Checkpoint, VerifierKey)
  /// Without a key: an unsigned note of the head.
  case noted(Head)
  /// The log has no events.
  case nothing
}

extension CheckpointShelf {
  /// The newest checkpoint; nil where there is none.
  ///
  /// - Parameter path: the log's, for the evidence.
  /// - Throws: `LedgerError.broken` where it cannot be read: nothing that we write is cut short.
  func newest(path: String) throws(LedgerError) -> Checkpoint? {
    guard let size = try sizes().last, let bytes = try note(of: size) else { return nil }
    do throws(NoteProblem) {
      return try Checkpoint(bytes: bytes)
    } catch {
      throw .broken(
        LogEvidence(path: path, finding: .unreadableCheckpoint(error), seq: max(0, size - 1)))
    }
  }
}
