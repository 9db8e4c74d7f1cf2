import Domain

/// Says in words why a limit was not understood.
enum LimitWords {
  static func words(for problem: LimitError.Problem) -> String {
    switch problem {
    case .unclosedQuote:
      return "a quotation mark is not closed; add one where the words end"
    case .unknownKey(let key):
      let help =
        Suggestion.words(for: key, among: LimitParser.keys)
        ?? "terms begin with \(Quotation.alternatives(LimitParser.keys))"
      return "unknown term \(Quotation.quoted(key)); \(help)"
    case .unknownComparison(let sign):
      return "unknown comparison \(Quotation.quoted(sign)); write <, <=, >, >= or ="
    case .missingValue(let key):
      return "nothing stands after \(Quotation.escaped(key)):; write what to look for, or *"
    case .notANumber(let key, let value):
      return "\(Quotation.escaped(key)) is compared with \(Quotation.quoted(value)); write a number"
    case .notDays(let value):
      return "age is compared with \(Quotation.quoted(value)); write days, as in age>2d"
    case .notOneOf(let key, let value, let choices):
      let help =
        Suggestion.words(for: value, among: choices)
        ?? "write \(Quotation.alternatives(choices))"
      return "unknown \(Quotation.escaped(key)) \(Quotation.quoted(value)); \(help)"
    case .needsTwo(let key, let value):
      let help =
        switch key {
        case "said": "write an annotator and a label, as in said:A3/car"
        case "disagree": "write two annotators, as in disagree:A3/B2"
        default: "write two labels, as in pair:car/van"
        }
      return "\(Quotation.escaped(key)) names \(Quotation.quoted(value)); \(help)"
    case .notAWeek(let value):
      return "week is \(Quotation.quoted(value)); write a week, as in week:2026-W12"
    case .notAMoment(let key, let value):
      return "\(key) names \(Quotation.quoted(value)); write a day, as in \(key):2026-05-01"
    }
  }
}
