import Domain

extension PayloadReader {
  mutating func clauseChange() throws(PayloadProblem) -> ClauseChange {
    let id = ClauseID(try members.text("clause"))
    guard id.number != nil else { throw .wrongForm(member: "clause") }
    let base = try members.integer("base", from: -1)
    switch try members.word("status", of: ClauseStatus.self) {
    case .draft:
      return ClauseChange(id: id, base: base, text: try clauseText(), stage: try stage())
    case .withdrawn:
      return ClauseChange(
        withdrawing: id, base: base, reason: try members.optionalText("reason"))
    case .review, .published: throw .wrongForm(member: "status")
    }
  }

  private mutating func clauseText() throws(PayloadProblem) -> ClauseText {
    let title = try members.text("title")
    guard title.utf8.count <= Adjudication.titleLimit else { throw .wrongForm(member: "title") }
    let statement = try members.text("statement")
    guard statement.utf8.count <= Adjudication.statementLimit else {
      throw .wrongForm(member: "statement")
    }
    let labels = try members.list("labels") { $0.string.map { LabelID($0) } }
    let born = try members.optionalList("born") { Self.count($0) }
    let text = ClauseText(
      title: title, labels: labels, statement: statement,
      examples: try members.optionalList("examples") { ClauseExample(canonical: $0) },
      counterExamples: try members.optionalList("counter_examples") {
        ClauseExample(canonical: $0)
      }, bornFrom: born)
    guard text.labels == labels else { throw .wrongForm(member: "labels") }
    guard text.bornFrom == born else { throw .wrongForm(member: "born") }
    return text
  }

  mutating func sectionChange() throws(PayloadProblem) -> SectionChange {
    guard let id = SectionID(key: try members.text("section")) else {
      throw .wrongForm(member: "section")
    }
    let base = try members.integer("base", from: -1)
    let text = try longText()
    // What is to go is no draft: the member would be unknown there.
    return SectionChange(
      id: id, base: base, text: text, stage: text.isEmpty ? .review : try stage())
  }

  private mutating func stage() throws(PayloadProblem) -> ProposalStage {
    let isDraft = try members.optional("draft") { $0.boolean == true ? true : nil }
    return isDraft == nil ? .review : .draft
  }

  mutating func publication() throws(PayloadProblem) -> Publication {
    let changes = try members.list("changes") { Self.change($0) }
    let inDoubt = try self.inDoubt()
    let publication = Publication(
      version: try members.integer("version", from: 1), digest: try members.digest("digest"),
      changes: changes, inDoubt: inDoubt,
      calibration: try members.optional("calibration") { Self.count($0) },
      waived: try members.optionalText("waived"))
    guard !changes.isEmpty, publication.changes == changes,
      Set(changes.map(\.part)).count == changes.count
    else { throw .wrongForm(member: "changes") }
    guard publication.inDoubt == inDoubt else { throw .wrongForm(member: "in_doubt") }
    guard try members.integer("doubts") == inDoubt.count else {
      throw .wrongForm(member: "doubts")
    }
    return publication
  }

  mutating func inDoubt() throws(PayloadProblem) -> [Int] {
    guard let bytes = try attached(&members) else {
      let inline = try members.optionalList("in_doubt") { Self.count($0) }
      let spelled = Canonical.bytes(.array(inline.map { .integer(Int64($0)) }))
      guard spelled.count <= LogFormat.inlineLimit else { throw .wrongForm(member: "in_doubt") }
      return inline
    }
    guard let values = (try? CanonicalReader.read(bytes, depthLimit: 16))?.array else {
      throw .wrongForm(member: "attach")
    }
    let positions = values.compactMap { Self.count($0) }
    guard positions.count == values.count else { throw .wrongForm(member: "attach") }
    return positions
  }

  private static func change(_ value: CanonicalValue) -> PublishedChange? {
    guard let object = value.object, object.members.count == 3,
      let kind = object["change"]?.string.flatMap({ PublishedChange.Kind(rawValue: $0) }),
      let part = object["part"]?.string.flatMap({ GuidelinePart(key: $0) }),
      let seq = object["seq"].flatMap({ count($0) })
    else { return nil }
    return PublishedChange(part: part, seq: seq, kind: kind)
  }
}
