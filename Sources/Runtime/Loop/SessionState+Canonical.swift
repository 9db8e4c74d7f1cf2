import Domain
import Workbench

extension UnitID {
  init?(canonical object: CanonicalObject) {
    guard let item = object["item"]?.string, let question = object["question"]?.string else {
      return nil
    }
    self.init(item: ItemID(item), question: QuestionID(question))
  }

  func write(into object: inout CanonicalObject) {
    object["item"] = .string(item.text)
    object["question"] = .string(question.text)
  }

  var canonicalObject: CanonicalValue {
    var object = CanonicalObject()
    write(into: &object)
    return .object(object)
  }
}

extension SessionState {
  var canonical: CanonicalObject {
    CanonicalObject([
      "cursor": cursor?.canonicalObject, "open": open?.canonicalObject, "limit": .string(limit),
      "limits": .array(
        savedLimits.map {
          .object(CanonicalObject(["name": .string($0.name), "limit": .string($0.text)]))
        }),
      "recent_limits": .array(recentLimits.map { .string($0) }),
      "order": order.map { .string($0.name) }, "group": grouping.map { .string($0.rawValue) },
      "looked": lastLook.map { .string($0.text) },
      "pipes": .array(pipes.map { .string($0) }),
      "tags": .array(tags.sorted().map(\.canonicalObject)),
    ])
  }

  init(canonical object: CanonicalObject) {
    self.init()
    cursor = object["cursor"]?.object.flatMap { UnitID(canonical: $0) }
    open = object["open"]?.object.flatMap { UnitID(canonical: $0) }
    limit = object["limit"]?.string ?? ""
    savedLimits = (object["limits"]?.array ?? []).compactMap { entry in
      guard let object = entry.object, let name = object["name"]?.string, SavedLimit.isName(name),
        let text = object["limit"]?.string
      else { return nil }
      return SavedLimit(name: name, text: text)
    }
    recentLimits = (object["recent_limits"]?.array ?? []).compactMap(\.string)
    order = object["order"]?.string.flatMap { QueueOrder(name: $0) }
    grouping = object["group"]?.string.flatMap { QueueGrouping(rawValue: $0) }
    lastLook = object["looked"]?.string.flatMap { Instant($0) }
    pipes = (object["pipes"]?.array ?? []).compactMap(\.string)
    let units = (object["tags"]?.array ?? []).compactMap { $0.object }
    tags = Set(units.compactMap { UnitID(canonical: $0) })
  }
}

extension Draft {
  var canonical: CanonicalObject {
    CanonicalObject([
      "reason": reason.map { .string($0) }, "rationale": rationale.map { .string($0) },
      "first": first.map { .string($0.kind.rawValue) }, "value": first?.value?.canonical,
      "chosen": .array(chosen.map { .string($0.text) }),
      "follows": .array(follows.map { .integer(Int64($0)) }),
      "distinguishes": .array(distinguishes.map { .integer(Int64($0)) }),
      "cites": .array(cites.map { .string($0.text) }),
    ])
  }

  init(canonical object: CanonicalObject) {
    self.init()
    reason = object["reason"]?.string
    rationale = object["rationale"]?.string
    chosen = (object["chosen"]?.array ?? []).compactMap { $0.string.map { LabelID($0) } }
    follows = (object["follows"]?.array ?? []).compactMap { $0.integer.map { Int($0) } }
    distinguishes = (object["distinguishes"]?.array ?? []).compactMap {
      $0.integer.map { Int($0) }
    }
    cites = (object["cites"]?.array ?? []).compactMap { $0.string.map { ClauseID($0) } }
    guard let kind = object["first"]?.string.flatMap({ OutcomeKind(rawValue: $0) }) else { return }
    first =
      object["value"].flatMap { Value(canonical: $0) }.map { .value($0) } ?? Outcome(kind: kind)
  }
}
