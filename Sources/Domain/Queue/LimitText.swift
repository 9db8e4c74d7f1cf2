extension Limit {
  /// The limit as it is typed.
  public var text: String { LimitText.text(of: self) }
}

/// Writes a limit in its own language; `LimitParser` reads the same limit back.
///
/// The language has no way to write a quotation mark inside a word, nor `:`, `<`, `=` and `>` in the
/// key of a slice; the parser makes no such limit, and from a limit made otherwise they are left out.
private enum LimitText {
  static func text(of limit: Limit) -> String {
    limit.terms.map(word).joined(separator: " ")
  }

  private static func word(_ term: Limit.Term) -> String {
    // Bare words could be taken for terms, so words are always in marks.
    if case .text(let text) = term.condition {
      return term.isNegated ? "-text:\"\(plain(text))\"" : "\"\(plain(text))\""
    }
    return (term.isNegated ? "-" : "") + condition(term.condition)
  }

  private static func condition(_ condition: Limit.Condition) -> String {
    switch condition {
    case .label(let label): "label:" + value(label.text)
    case .pair(let first, let second): "pair:" + names(first.text, second.text)
    case .agreement(let comparison, let number): "agree" + comparison.rawValue + digits(number)
    case .gain(let comparison, let number): "gain" + comparison.rawValue + digits(number)
    case .ratings(let comparison, let count): "ratings" + comparison.rawValue + String(count)
    case .age(let comparison, let days): "age" + comparison.rawValue + String(days) + "d"
    case .slice(let key, let pattern): "slice." + value(key) + ":" + value(pattern.text)
    case .note(let pattern): "note:" + value(pattern.text)
    case .by(let annotator): "by:" + value(annotator.text)
    case .tier(let tier): "tier:" + value(tier.text)
    case .question(let question): "question:" + value(question.text)
    case .item(let pattern): "item:" + value(pattern.text)
    case .flag: "flag:*"
    case .drawn: "audit:*"
    case .tag: "tag:*"
    case .status(let status): "status:" + status.rawValue
    case .doubt(let kind): "doubt:" + (kind?.rawValue ?? "*")
    case .route(let number): "route:" + String(number)
    case .text(let text): "text:" + value(text)
    case .value(let name): "value:" + value(name.text)
    case .twice(let name): "twice:" + value(name.text)
    case .said(let annotator, let label): "said:" + names(annotator.text, label.text)
    case .disagree(let first, let second): "disagree:" + names(first.text, second.text)
    case .alone(let annotator): "alone:" + value(annotator.text)
    case .ruled(let label): "ruled:" + (label.map { value($0.text) } ?? "*")
    case .batch(let number): "batch:" + String(number)
    case .week(let week): "week:" + (week?.text ?? "*")
    case .version(let version): "version:" + String(version)
    case .anyStatus: "status:*"
    }
  }

  private static func names(_ first: String, _ second: String) -> String {
    value(TwoNames(first, second).text)
  }

  private static func value(_ text: String) -> String {
    text.utf8.contains(0x20) ? "\"\(plain(text))\"" : plain(text)
  }

  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\"" }))
  }

  private static func digits(_ number: Number) -> String {
    Number(number.source) == number ? number.source : number.canonicalText
  }
}
