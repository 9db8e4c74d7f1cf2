extension BatchRecord {
  /// The canonical form that batches are written in and their digests are taken over.
  public var canonical: CanonicalObject {
    switch self {
    case .item(let item): item.canonical
    case .rating(let rating, let ordinal): rating.canonical(ordinal: ordinal)
    }
  }

  /// Reads one line of a batch, strictly: what this version does not know it cannot keep.
  ///
  /// - Returns: nil where the members are not exactly those that an item or a rating is written with.
  public init?(canonical object: CanonicalObject) {
    switch object["kind"]?.string {
    case "item":
      guard let item = Item(canonical: object) else { return nil }
      self = .item(item)
    case "rating":
      guard let rating = Rating(canonical: object), let ordinal = object["ordinal"]?.integer else {
        return nil
      }
      self = .rating(rating, ordinal: Int(ordinal))
    default: return nil
    }
  }
}

extension Item {
  var canonical: CanonicalObject {
    CanonicalObject([
      "kind": "item", "item": .string(id.text), "payload": payload.canonical,
      "source": source.map { .string($0) },
      "slices": slices.isEmpty
        ? nil : .array(slices.map { .array([.string($0.key), .string($0.value)]) }),
    ])
  }

  init?(canonical object: CanonicalObject) {
    guard let id = object["item"]?.string, let content = object["payload"],
      let payload = Payload(canonical: content)
    else { return nil }
    let pairs = object["slices"]?.array ?? []
    let slices = pairs.compactMap { pair -> Slice? in
      guard let pair = pair.array, pair.count == 2, let key = pair[0].string,
        let value = pair[1].string
      else { return nil }
      return Slice(key: key, value: value)
    }
    self.init(id: ItemID(id), payload: payload, slices: slices, source: object["source"]?.string)
    let optional = [source != nil, !slices.isEmpty].count { $0 }
    guard slices.count == pairs.count, object.members.count == 3 + optional else { return nil }
  }
}

extension Rating {
  func canonical(ordinal: Int) -> CanonicalObject {
    CanonicalObject([
      "kind": "rating", "item": .string(unit.item.text), "question": .string(unit.question.text),
      "annotator": annotator.map { .string($0.text) }, "value": value.canonical,
      "origin": origin == .person ? nil : .string(origin.rawValue),
      "round": round.map { .string($0) }, "ordinal": .integer(Int64(ordinal)),
      "at": at.map { .string($0.text) },
      "milliseconds": milliseconds.map { .integer(Int64($0)) },
      "confidence": confidence.map { .string($0.source) }, "note": note.map { .string($0) },
      "flagged": isFlagged ? true : nil,
    ])
  }

  init?(canonical object: CanonicalObject) {
    guard let item = object["item"]?.string, let question = object["question"]?.string,
      let content = object["value"], let value = Value(canonical: content)
    else { return nil }
    var origin = Origin.person
    if let name = object["origin"]?.string {
      guard let named = Origin(rawValue: name) else { return nil }
      origin = named
    }
    self.init(
      unit: UnitID(item: ItemID(item), question: QuestionID(question)),
      annotator: object["annotator"]?.string.map { AnnotatorID($0) }, value: value, origin: origin,
      round: object["round"]?.string, at: object["at"]?.string.flatMap { Instant($0) },
      milliseconds: object["milliseconds"]?.integer.map { Int($0) },
      confidence: object["confidence"]?.string.flatMap { Number($0) },
      note: object["note"]?.string, isFlagged: object["flagged"]?.boolean ?? false)
    // What was read into nothing, or is unknown, would be lost: as many members as are written.
    let optional = [
      annotator != nil, origin != .person, round != nil, at != nil, milliseconds != nil,
      confidence != nil, note != nil, isFlagged,
    ].count { $0 }
    guard object.members.count == 5 + optional, at?.text == object["at"]?.string else { return nil }
  }
}
