import Domain

/// The event that draws an audit.
extension EncodedDraft {
  mutating func add(_ draw: AuditDraw) throws(PayloadProblem) {
    guard draw.isSound else { throw .wrongForm(member: "sample") }
    members["seed"] = .string(Hexadecimal.text(of: draw.seed))
    members["size"] = .integer(Int64(draw.size))
    members["floor"] = .integer(Int64(draw.floor))
    members["ruled"] = .integer(Int64(draw.ruled))
    members["open"] = .integer(Int64(draw.open))
    members["batch"] = .integer(Int64(draw.batch))
    members["guideline"] = .integer(Int64(draw.guideline))
    members["units"] = .integer(Int64(draw.drawn.count))
    let sample = draw.canonicalSample
    let bytes = Canonical.bytes(sample)
    if bytes.count > LogFormat.inlineLimit {
      members["attach"] = attach(bytes)
    } else {
      members["sample"] = sample
    }
  }
}

extension AuditDraw {
  /// What was drawn, and of how many with each label.
  var canonicalSample: CanonicalValue {
    .object([
      "drawn": .array(drawn.map(\.canonical)),
      "labels": EncodedDraft.list(labels) {
        .object(["label": .string($0.label.text), "units": .integer(Int64($0.units))])
      },
    ])
  }
}

extension ReleasedValue {
  fileprivate var canonical: CanonicalValue {
    .object([
      "item": .string(unit.item.text), "p": probability.map { .string($0.source) },
      "question": .string(unit.question.text), "source": .string(source.rawValue),
      "value": value.canonical,
    ])
  }

  /// Every member that is missing, or of another form, makes it nil.
  init?(canonical: CanonicalValue) {
    guard let object = canonical.object, let item = object["item"]?.string,
      let question = object["question"]?.string,
      let source = object["source"]?.string.flatMap({ ReleaseSource(rawValue: $0) }),
      let value = object["value"].flatMap({ Value(canonical: $0) })
    else { return nil }
    self.init(
      unit: UnitID(item: ItemID(item), question: QuestionID(question)), value: value,
      source: source, probability: object["p"]?.string.flatMap { Number($0) })
  }
}

extension AuditDraw.LabelCount {
  init?(canonical: CanonicalValue) {
    guard let object = canonical.object, let label = object["label"]?.string,
      let units = object["units"].flatMap({ PayloadReader.count($0) })
    else { return nil }
    self.init(label: LabelID(label), units: units)
  }
}
