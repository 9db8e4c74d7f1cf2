/// Reads the limit language; see `Limit`.
public enum LimitParser {
  /// - Throws: where a term is not understood, with the place and what could stand there.
  public static func parse(_ text: String) throws(LimitError) -> Limit {
    var terms: [Limit.Term] = []
    for word in try LimitWord.all(of: text) { terms.append(try term(word)) }
    return Limit(terms: terms)
  }

  /// The words a term may begin with, for completion.
  public static let keys = [
    "age", "agree", "alone", "audit", "batch", "by",
    "disagree", "doubt", "flag", "gain", "item", "label",
    "note", "pair", "question", "ratings", "route", "ruled", "said", "slice.", "status", "tag",
    "text", "tier", "twice", "value", "version", "week",
  ]

  private static func term(_ word: LimitWord) throws(LimitError) -> Limit.Term {
    let phrase = try LimitPhrase(word)
    return Limit.Term(try condition(phrase), isNegated: phrase.isNegated)
  }

  private static func condition(_ phrase: LimitPhrase) throws(LimitError) -> Limit.Condition {
    switch phrase.form {
    case .text(let text): return .text(text)
    case .keyed(let key, ":", let value): return try named(key, value, at: phrase.offset)
    case .keyed(let key, let sign, let value):
      guard let comparison = Limit.Comparison(rawValue: sign) else {
        throw LimitError(offset: phrase.offset, problem: .unknownComparison(sign))
      }
      return try compared(key, comparison, value, at: phrase.offset)
    }
  }

  private static func named(
    _ key: String, _ value: String, at offset: Int
  ) throws(LimitError) -> Limit.Condition {
    if key.starts(with: "slice."), key.utf8.count > 6 {
      return .slice(key: String(key.dropFirst(6)), value: Limit.Pattern(value))
    }
    switch key {
    case "label": return .label(LabelID(value))
    case "note": return .note(Limit.Pattern(value))
    case "by": return .by(AnnotatorID(value))
    case "tier": return .tier(TierID(value))
    case "question": return .question(QuestionID(value))
    case "item": return .item(Limit.Pattern(value))
    case "text": return .text(value)
    case "flag": return .flag
    case "audit": return .drawn
    case "tag": return .tag
    case "value": return .value(LabelID(value))
    case "twice": return .twice(LabelID(value))
    case "alone": return .alone(AnnotatorID(value))
    case "ruled": return .ruled(value == "*" ? nil : LabelID(value))
    case "pair", "said", "disagree": return try paired(key, value, at: offset)
    case "status":
      if value == "*" { return .anyStatus }
      guard let status = UnitStatus(rawValue: value) else {
        throw LimitError(
          offset: offset,
          problem: .notOneOf(key: key, value: value, UnitStatus.allCases.map(\.rawValue)))
      }
      return .status(status)
    case "doubt":
      if value == "*" { return .doubt(nil) }
      guard let kind = DoubtCause.Kind(rawValue: value) else {
        throw LimitError(
          offset: offset,
          problem: .notOneOf(key: key, value: value, DoubtCause.Kind.allCases.map(\.rawValue)))
      }
      return .doubt(kind)
    case "route", "batch":
      guard let number = Int(value), number > 0 else {
        throw LimitError(offset: offset, problem: .notANumber(key: key, value: value))
      }
      return key == "route" ? .route(number) : .batch(number)
    case "week":
      if value == "*" { return .week(nil) }
      guard let week = Week(value) else {
        throw LimitError(offset: offset, problem: .notAWeek(value))
      }
      return .week(week)
    case "version":
      guard let version = VersionName.number(value) else {
        throw LimitError(offset: offset, problem: .notANumber(key: key, value: value))
      }
      return .version(version)
    default: throw LimitError(offset: offset, problem: .unknownKey(key))
    }
  }

  private static func paired(
    _ key: String, _ value: String, at offset: Int
  ) throws(LimitError) -> Limit.Condition {
    guard let names = TwoNames(value) else {
      throw LimitError(offset: offset, problem: .needsTwo(key: key, value: value))
    }
    return switch key {
    case "pair": .pair(LabelID(names.first), LabelID(names.second))
    case "said": .said(AnnotatorID(names.first), LabelID(names.second))
    default: .disagree(AnnotatorID(names.first), AnnotatorID(names.second))
    }
  }

  private static func compared(
    _ key: String, _ comparison: Limit.Comparison, _ value: String, at offset: Int
  ) throws(LimitError) -> Limit.Condition {
    switch key {
    case "agree", "gain":
      guard let number = Number(value) else {
        throw LimitError(offset: offset, problem: .notANumber(key: key, value: value))
      }
      return key == "agree" ? .agreement(comparison, number) : .gain(comparison, number)
    case "ratings":
      guard let count = Int(value) else {
        throw LimitError(offset: offset, problem: .notANumber(key: key, value: value))
      }
      return .ratings(comparison, count)
    case "age":
      guard value.utf8.last == UInt8(ascii: "d"), let days = Int(value.dropLast()) else {
        throw LimitError(offset: offset, problem: .notDays(value))
      }
      return .age(comparison, days)
    default: throw LimitError(offset: offset, problem: .unknownKey(key))
    }
  }
}

/// Why a limit was not understood.
public struct LimitError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    case unclosedQuote
    case unknownKey(String)
    case unknownComparison(String)
    case missingValue(key: String)
    case notANumber(key: String, value: String)
    case notDays(String)
    case notOneOf(key: String, value: String, [String])
    /// `pair:`, `said:` or `disagree:` without two names.
    case needsTwo(key: String, value: String)
    case notAWeek(String)
    case notAMoment(key: String, value: String)
  }

  /// Byte offset of the term, from 0.
  public let offset: Int
  public let problem: Problem
}
