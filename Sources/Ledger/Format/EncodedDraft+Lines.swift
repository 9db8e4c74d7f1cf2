package import Domain

extension EncodedDraft {
  /// A line with the event that it holds.
  package struct Line: Sendable {
    package let event: Event
    package let bytes: [UInt8]
  }

  package static func all(_ drafts: [EventDraft]) throws(LedgerError) -> [EncodedDraft] {
    precondition(
      Set(drafts.map(\.operation)).count == drafts.count,
      "Each draft of an append has an operation id of its own.")
    var encoded: [EncodedDraft] = []
    do {
      for draft in drafts { encoded.append(try EncodedDraft(draft)) }
    } catch {
      throw .payload(error)
    }
    return encoded
  }

  /// The lines of drafts that follow `head`, each chained to the one before.
  package static func lines(
    _ drafts: [EncodedDraft], after head: Head
  ) throws(LedgerError) -> [Line] {
    var lines: [Line] = []
    var head = head
    for encoded in drafts {
      let seq = head.seq + 1
      let line: LogLine
      do {
        line = try encoded.line(seq: seq, previous: head.hash)
        try encoded.requireReadable(line)
      } catch {
        throw .payload(error)
      }
      let event = Event(seq: seq, previous: head.hash, hash: line.hash, draft: encoded.draft)
      lines.append(Line(event: event, bytes: line.bytes))
      head = Head(of: event)
    }
    return lines
  }

  /// Reads the line back: what could not be read again, or means something else, is not written.
  private func requireReadable(_ line: LogLine) throws(PayloadProblem) {
    var contents: [Digest: [UInt8]] = [:]
    for attachment in attachments { contents[attachment.digest] = attachment.bytes }
    let read = try ReadLine(line).event(attachments: contents).draft
    guard read == draft else { throw .wrongForm(member: draft.body.type.rawValue) }
  }
}
