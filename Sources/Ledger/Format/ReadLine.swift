package import Domain

/// A line that was read from a log, with what every event has taken out of it.
package struct ReadLine {
  package let line: LogLine
  package let seq: Int
  package let previous: Digest
  package let operation: OperationID
  private let members: CanonicalObject

  /// - Throws: where the payload is not canonical, or of another version.
  package init(_ line: LogLine) throws(PayloadProblem) {
    let value: CanonicalValue
    do {
      value = try CanonicalReader.read(line.payload, depthLimit: 16)
    } catch {
      throw .notCanonical(error)
    }
    guard let object = value.object else { throw .notAnObject }
    try value.requireFitForLog()
    var reader = MemberReader(object)
    let version = try reader.integer("v", from: Int.min)
    guard version == LogFormat.version else { throw .unknownVersion(Int64(version)) }
    seq = try reader.integer("seq")
    previous = try reader.digest("prev")
    operation = try reader.operation("op")
    self.line = line
    members = object
  }

  package var head: Head { Head(seq: seq, hash: line.hash) }

  /// The attachments that the event cannot be read without.
  package var references: [Digest] {
    [
      members["attach"], members["first"]?.object?["attach"],
      members["settings"]?.object?["attach"],
    ].compactMap { reference in
      reference?.object?["sha256"]?.string.flatMap { Digest(hex: $0) }
    }
  }

  /// The event, with the contents of `references` put back in their places.
  ///
  /// - Throws: where the payload is not one that this version writes.
  package func event(attachments: [Digest: [UInt8]]) throws(PayloadProblem) -> Event {
    var reader = PayloadReader(members: MemberReader(members), attachments: attachments)
    return Event(seq: seq, previous: previous, hash: line.hash, draft: try reader.draft())
  }
}
