/// Reads the language of `EventLimit`.
public enum EventLimitParser {
  /// The words a term may begin with, for completion.
  public static let keys = [
    "after", "before", "by", "cites", "item", "label", "note", "outcome", "question", "reason",
    "text", "type",
  ]

  /// - Throws: where a term is not understood, with the place and what could stand there.
  public static func parse(_ text: String) throws(LimitError) -> EventLimit {
    var terms: [EventLimit.Term] = []
    for word in try LimitWord.all(of: text) { terms.append(try term(word)) }
    return EventLimit(terms: terms)
  }

  private static func term(_ word: LimitWord) throws(LimitError) -> EventLimit.Term {
    if word.isQuoted { return EventLimit.Term(.text(word.text)) }
    let isNegated = word.text.utf8.first == UInt8(ascii: "-") && word.text.utf8.count > 1
    let body = isNegated ? String(word.text.dropFirst()) : word.text
    return EventLimit.Term(try condition(body, at: word.offset), isNegated: isNegated)
  }

  private static func condition(
    _ body: String, at offset: Int
  ) throws(LimitError) -> EventLimit.Condition {
    let bytes = Array(body.utf8)
    let signs: Set<UInt8> = [0x3A, 0x3C, 0x3D, 0x3E]
    guard let cut = bytes.firstIndex(where: { signs.contains($0) }), cut > 0 else {
      return .text(body)
    }
    let key = String(decoding: bytes[..<cut], as: UTF8.self)
    guard keys.contains(key) else { throw LimitError(offset: offset, problem: .unknownKey(key)) }
    guard bytes[cut] == 0x3A else {
      let sign = String(decoding: bytes[cut...cut], as: UTF8.self)
      throw LimitError(offset: offset, problem: .unknownComparison(sign))
    }
    let value = String(decoding: bytes[(cut + 1)...], as: UTF8.self)
    guard !value.isEmpty else {
      throw LimitError(offset: offset, problem: .missingValue(key: key))
    }
    return try named(key, value, at: offset)
  }

  private static func named(
    _ key: String, _ value: String, at offset: Int
  ) throws(LimitError) -> EventLimit.Condition {
    switch key {
    case "by": return .by(MemberID(value))
    case "item": return .item(Limit.Pattern(value))
    case "question": return .question(QuestionID(value))
    case "label": return .label(LabelID(value))
    case "cites": return .cites(ClauseID(value))
    case "reason": return .reason(Limit.Pattern(value))
    case "note": return .note(Limit.Pattern(value))
    case "after", "before":
      guard let moment = Instant(value) else {
        throw LimitError(offset: offset, problem: .notAMoment(key: key, value: value))
      }
      return key == "after" ? .after(moment) : .before(moment)
    case "type":
      let types = EventType.allCases
      guard let type = types.first(where: { $0.word == value || $0.rawValue == value }) else {
        throw LimitError(
          offset: offset, problem: .notOneOf(key: key, value: value, types.map(\.word)))
      }
      return .type(type)
    case "outcome":
      guard let kind = OutcomeKind(rawValue: value) else {
        throw LimitError(
          offset: offset,
          problem: .notOneOf(key: key, value: value, OutcomeKind.allCases.map(\.rawValue)))
      }
      return .outcome(kind)
    default: return .text(value)
    }
  }
}
