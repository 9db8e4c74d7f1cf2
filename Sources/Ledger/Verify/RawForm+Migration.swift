/// The forms that only migrations have.
extension RawForm {
  private static let mappingLimit = 32_768

  /// A list of rules that say each for itself, and together, what becomes of labels: every label
  /// stands in one rule; no two make the same; no name stands for one thing before and another after,
  /// but where names are passed on one to one, or a merge keeps the name of one of its own.
  func isMapping(_ token: Token) throws(VerificationProblem) -> Bool {
    guard token.range.count <= Self.mappingLimit, var elements = RawElements(bytes, token),
      !elements.isAtEnd
    else { return false }
    var rules: [RawRule] = []
    while let element = try elements.next() {
      guard let rule = try rule(element) else { return false }
      if let last = rules.last?.from.first, let first = rule.from.first,
        !last.lexicographicallyPrecedes(first)
      {
        return false
      }
      rules.append(rule)
    }
    var sources: [[UInt8]: Int] = [:]
    var made: Set<[UInt8]> = []
    for (place, rule) in rules.enumerated() {
      for label in rule.from where sources.updateValue(place, forKey: label) != nil {
        return false
      }
      guard rule.to.count == 1 else { continue }
      guard made.insert(rule.to[0]).inserted else { return false }
    }
    for (place, rule) in rules.enumerated() {
      for label in rule.to {
        guard let other = sources[label] else { continue }
        let keepsName = other == place && rule.from.count > 1
        guard keepsName || (rule.isOneToOne && rules[other].isOneToOne) else { return false }
      }
    }
    return true
  }

  /// What an element of `mapping` says; nil where it is no rule.
  private func rule(_ token: Token) throws(VerificationProblem) -> RawRule? {
    guard var members = RawMembers(bytes, token), let from = try members.next("from"),
      let to = try members.next("to"), members.isAtEnd, let sources = try labels(from),
      let targets = try labels(to), !sources.isEmpty,
      sources.count == 1 || targets.count == 1, sources != targets
    else { return nil }
    return RawRule(from: sources, to: targets)
  }

  /// Texts, upwards, each once; nil for what is no such list.
  private func labels(_ token: Token) throws(VerificationProblem) -> [[UInt8]]? {
    guard var elements = RawElements(bytes, token) else { return nil }
    var labels: [[UInt8]] = []
    while let element = try elements.next() {
      guard element.kind == .string else { return nil }
      var label: [UInt8] = []
      Self.appendText(bytes, element, to: &label)
      if let last = labels.last, !last.lexicographicallyPrecedes(label) { return nil }
      labels.append(label)
    }
    return labels
  }

  func isSettings(_ token: Token) throws(VerificationProblem) -> Bool {
    try settings(token) != nil
  }

  /// Settings as a migration holds them; nil where they are not whole.
  func settings(_ token: Token) throws(VerificationProblem) -> RawSettings? {
    guard var members = RawMembers(bytes, token) else { return nil }
    let attached = try members.next("attach")
    guard let digest = try members.next("digest"), try fits(digest, .hex(64)) else { return nil }
    let text = try members.next("text")
    guard members.isAtEnd, (attached == nil) != (text == nil) else { return nil }
    if let text { guard try fits(text, .shortText(4096)) else { return nil } }
    var attachment: RawAttachment?
    if let attached {
      guard let named = try self.attachment(attached) else { return nil }
      attachment = named
    }
    return RawSettings(digest: digest, text: text, attachment: attachment)
  }
}

/// An element of `mapping`.
private struct RawRule {
  let from: [[UInt8]]
  let to: [[UInt8]]

  var isOneToOne: Bool { from.count == 1 && to.count == 1 }
}

/// The member `settings` of a migration.
struct RawSettings {
  let digest: RawScanner.Token
  let text: RawScanner.Token?
  let attachment: RawAttachment?
}
