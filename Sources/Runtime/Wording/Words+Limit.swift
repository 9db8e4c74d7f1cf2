package import Domain

extension Words {
  /// Why a limit was not understood, where, and what could stand there.
  ///
  /// - Parameter keys: the words that a term may begin with.
  package static func sentence(
    _ error: LimitError, keys: [String] = LimitParser.keys
  ) -> String {
    "The limit is not understood at character \(error.offset + 1): "
      + problem(error.problem, keys)
  }

  private static func problem(_ problem: LimitError.Problem, _ keys: [String]) -> String {
    switch problem {
    case .unclosedQuote: "a quotation mark is not closed."
    case .unknownKey(let key):
      "\(quoted(key)) is none of \(list(keys, limit: 30))."
    case .unknownComparison(let sign): "\(quoted(sign)) is none of <, <=, =, >= and >."
    case .missingValue(let key): "\(plain(key)): wants a value behind the colon."
    case .notANumber(let key, let value): "\(plain(key)) wants a number, not \(quoted(value))."
    case .notDays(let value): "age wants days, as in age>2d, not \(quoted(value))."
    case .notOneOf(let key, let value, let words):
      "\(plain(key)) is one of \(list(words, limit: 20)), not \(quoted(value))."
    case .needsTwo("said", let value):
      "said wants an annotator and a label, as in said:A3/refund, not \(quoted(value))."
    case .needsTwo("disagree", let value):
      "disagree wants two annotators, as in disagree:A3/B2, not \(quoted(value))."
    case .needsTwo(_, let value):
      "pair wants two labels, as in pair:a/b, not \(quoted(value))."
    case .notAWeek(let value): "week wants a week, as in week:2026-W12, not \(quoted(value))."
    case .notAMoment(let key, let value):
      "\(key) wants a day, as in \(key):2026-05-01, not \(quoted(value))."
    }
  }
}
