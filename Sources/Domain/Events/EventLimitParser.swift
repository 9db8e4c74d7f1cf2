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
    let phrase = try LimitPhrase(word)
    return EventLimit.Term(try condition(phrase), isNegated: phrase.isNegated)
  }

  private static func condition(_ phrase: LimitPhrase) throws(LimitError) -> EventLimit.Condition {
    switch phrase.form {
    case .text(let text): return .text(text)
    case .keyed(let key, let sign, let value):
      guard keys.contains(key) else {
        throw LimitError(offset: phrase.offset, problem: .unknownKey(key))
      }
      guard sign == ":" else {
        throw LimitError(offset: phrase.offset, problem: .unknownComparison(sign))
      }
      return try named(key, value, at: phrase.offset)
    }
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
