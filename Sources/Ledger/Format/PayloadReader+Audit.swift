import Domain

extension PayloadReader {
  mutating func auditDraw() throws(PayloadProblem) -> AuditDraw {
    let (sample, name) = try self.sample()
    guard let object = sample.object, let elements = object["drawn"]?.array else {
      throw .wrongForm(member: name)
    }
    let counts = object["labels"]?.array ?? []
    let seed = try members.optional("seed") { $0.string.flatMap { Self.seed($0) } }
    guard let seed else { throw .missingMember("seed") }
    let draw = AuditDraw(
      size: try members.integer("size", from: 1), floor: try members.integer("floor"), seed: seed,
      ruled: try members.integer("ruled"), open: try members.integer("open", from: 1),
      labels: counts.compactMap { AuditDraw.LabelCount(canonical: $0) },
      batch: try members.integer("batch"), guideline: try members.integer("guideline"),
      drawn: elements.compactMap { ReleasedValue(canonical: $0) })
    // Whatever was not understood, or stood in another order, is spelled otherwise now.
    guard draw.isSound, draw.canonicalSample == sample else { throw .wrongForm(member: name) }
    guard try members.integer("units") == draw.drawn.count else {
      throw .wrongForm(member: "units")
    }
    return draw
  }

  /// What was drawn, from the line or from its attachment, and the member it stood in.
  private mutating func sample() throws(PayloadProblem) -> (CanonicalValue, String) {
    guard let bytes = try attached(&members) else {
      guard let sample = members.take("sample") else { throw .missingMember("sample") }
      guard Canonical.bytes(sample).count <= LogFormat.inlineLimit else {
        throw .wrongForm(member: "sample")
      }
      return (sample, "sample")
    }
    guard let sample = try? CanonicalReader.read(bytes, depthLimit: 16) else {
      throw .wrongForm(member: "attach")
    }
    return (sample, "attach")
  }
}
