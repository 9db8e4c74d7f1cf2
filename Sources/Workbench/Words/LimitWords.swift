package import Domain
import Screen

/// What the prompt says about a limit.
package enum LimitWords {
  /// Why a limit was not understood, short enough for the last row.
  package static func sentence(_ problem: LimitError.Problem) -> String {
    switch problem {
    case .unclosedQuote: "the quotation mark is not closed"
    case .unknownKey(let key): "there is no key \(SafeText.line(key))"
    case .unknownComparison(let sign): "\(SafeText.line(sign)) compares nothing; < <= > >= = do"
    case .missingValue(let key): "\(SafeText.line(key)): needs a value"
    case .notANumber(let key, let value):
      "\(SafeText.line(key)) needs a number, not \(SafeText.line(value))"
    case .notDays(let value): "age is written 2d, not \(SafeText.line(value))"
    case .notOneOf(let key, _, let admissible):
      "\(SafeText.line(key)) is one of \(admissible.joined(separator: ", "))"
    case .needsTwo("said", _): "said needs an annotator and a label: said:A3/car"
    case .needsTwo("disagree", _): "disagree needs two annotators: disagree:A3/B2"
    case .needsTwo: "pair needs two labels: pair:car/van"
    case .notAWeek(let value): "week is written 2026-W12, not \(SafeText.line(value))"
    case .notAMoment(let key, let value):
      "\(key) needs a day, as in \(key):2026-05-01, not \(SafeText.line(value))"
    }
  }

  /// Why a limit must not be used while votes are hidden: its result would tell them.
  package static func leak(in limit: Limit, _ configuration: ProjectConfiguration) -> String? {
    guard configuration.blind == .votes else { return nil }
    for term in limit.terms {
      let key: String
      switch term.condition {
      case .label: key = "label:"
      case .pair: key = "pair:"
      case .agreement: key = "agree"
      case .by: key = "by:"
      case .value: key = "value:"
      case .twice: key = "twice:"
      case .said: key = "said:"
      case .disagree: key = "disagree:"
      case .alone: key = "alone:"
      case .note: key = "note:"
      case .tier: key = "tier:"
      case .status(.agreed): key = "status:agreed"
      default: continue
      }
      return "\(key) would tell votes, and those are hidden until your first verdict"
    }
    return nil
  }
}
