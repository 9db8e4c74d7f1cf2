import Domain

/// Events that hold annotators against something.
extension EncodedDraft {
  mutating func add(_ change: GoldChange) {
    add(change.unit)
    members["base"] = .integer(Int64(change.base))
    members["marked"] = .boolean(change.mark != nil)
    members["reason"] = change.reason.map { .string($0) }
    guard let mark = change.mark else { return }
    members["guideline"] = .integer(Int64(mark.guideline))
    members["ruling"] = mark.ruling.map { .integer(Int64($0)) }
    for member in outcome(mark.outcome).members { members[member.name] = member.value }
  }

  mutating func add(_ calibration: Calibration) {
    members["step"] = .string(calibration.step.rawValue)
    switch calibration {
    case .draw(let draw): add(draw)
    case .result(let result): add(result)
    }
  }

  private mutating func add(_ draw: CalibrationDraw) {
    members["question"] = .string(draw.question.text)
    members["size"] = .integer(Int64(draw.size))
    members["seed"] = .string(Hexadecimal.text(of: draw.seed))
    members["floor"] = .integer(Int64(draw.floor))
    members["hard"] = .integer(Int64(draw.hard))
    members["parts"] = Self.list(draw.parts) { $0.canonical }
    members["guideline"] = .integer(Int64(draw.guideline))
    members["units"] = .integer(Int64(draw.items.count))
    let items = CanonicalValue.array(draw.items.map { .string($0.text) })
    let bytes = Canonical.bytes(items)
    if bytes.count > LogFormat.inlineLimit {
      members["attach"] = attach(bytes)
    } else {
      members["items"] = items
    }
  }

  private mutating func add(_ result: CalibrationResult) {
    members["draw"] = .integer(Int64(result.draw))
    members["parts"] = Self.list(result.parts) { $0.canonical }
    members["batch"] = .integer(Int64(result.batch))
    members["people"] = .integer(Int64(result.people))
    members["answers"] = .integer(Int64(result.answers))
    members["figures"] = .array(result.figures.map(\.canonical))
    members["target"] = result.target.map { .string($0.source) }
  }
}

extension TriedPart {
  var canonical: CanonicalValue {
    .object(["part": .string(part.key), "seq": .integer(Int64(seq))])
  }

  /// - Returns: nil for every spelling but the one that `canonical` gives.
  init?(canonical: CanonicalValue) {
    guard let object = canonical.object,
      let part = object["part"]?.string.flatMap({ GuidelinePart(key: $0) }),
      let seq = object["seq"].flatMap({ PayloadReader.count($0) })
    else { return nil }
    self.init(part: part, seq: seq)
    guard self.canonical == canonical else { return nil }
  }
}

extension CalibrationFigure {
  var canonical: CanonicalValue {
    .object([
      "label": label.map { .string($0.text) }, "units": .integer(Int64(units)),
      "value": value.map { .string($0.source) }, "low": low.map { .string($0.source) },
      "high": high.map { .string($0.source) },
    ])
  }

  /// - Returns: nil for every spelling but the one that `canonical` gives.
  init?(canonical: CanonicalValue) {
    guard let object = canonical.object,
      let units = object["units"].flatMap({ PayloadReader.count($0) }),
      (object["low"] == nil) == (object["high"] == nil)
    else { return nil }
    self.init(
      label: object["label"]?.string.map { LabelID($0) }, units: units,
      value: object["value"]?.string.flatMap { Number($0) },
      low: object["low"]?.string.flatMap { Number($0) },
      high: object["high"]?.string.flatMap { Number($0) })
    guard self.canonical == canonical else { return nil }
  }
}
