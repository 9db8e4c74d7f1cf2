import Domain
import Interchange

/// One line of `rule`: a ruling, or what else can be said of a unit, as JSON.
struct RuleLine {
  /// What the line does.
  enum Deed: String, CaseIterable {
    case rule
    case withdraw
    case reopen
    case flag
    case unflag
    case comment
  }

  let deed: Deed
  let item: ItemID
  /// nil: the one that the item has.
  let question: QuestionID?
  let seat: Seat
  /// nil where the line rules nothing.
  let answer: Answer?
  let reason: String?
  let note: String?
  let cites: [ClauseID]
  let follows: [Int]
  let distinguishes: [Int]
  let votesSeen: VotesSeen?
  let orderSeed: UInt64?
  let base: Int?
  let operation: OperationID?

  /// What the line rules, before it is known which kind of value the unit takes.
  enum Answer {
    case outcome(Outcome)
    case label(String)
    case value(JSONText)
  }

  private static let members: Set<String> = [
    "do", "item", "question", "label", "value", "outcome", "seat", "reason", "note", "cites",
    "follows", "distinguishes", "votes_seen", "order_seed", "base", "op",
  ]

  /// - Throws: what is wrong with the line, in words.
  init(_ text: String) throws(RuleLineProblem) {
    let json: JSONText
    do throws(JSONProblem) {
      json = try JSONText.read(Array(text.utf8))
    } catch {
      throw RuleLineProblem("The line \(error.reason).")
    }
    guard case .object(let list) = json else { throw RuleLineProblem("The line is no object.") }
    for member in list where !Self.members.contains(member.name) {
      let known = Self.members.sorted().joined(separator: ", ")
      throw RuleLineProblem(
        "\(Words.quoted(member.name)) is no member of a ruling; there are \(known).")
    }
    let fields = Fields(list)
    guard let item = try fields.text("item") else { throw RuleLineProblem("\"item\" is missing.") }
    self.item = ItemID(item)
    deed = try fields.choice("do", of: Deed.self) ?? .rule
    question = try fields.text("question").map { QuestionID($0) }
    seat = try fields.choice("seat", of: Seat.self) ?? .main
    reason = try fields.text("reason")
    note = try fields.text("note")
    cites = try fields.texts("cites").map { ClauseID($0) }
    follows = try fields.integers("follows")
    distinguishes = try fields.integers("distinguishes")
    votesSeen = try fields.choice("votes_seen", of: VotesSeen.self)
    orderSeed = try fields.text("order_seed").map { (hex) throws(RuleLineProblem) in
      guard hex.utf8.count == 16, let seed = UInt64(hex, radix: 16) else {
        throw RuleLineProblem("\"order_seed\" is 16 hexadecimal digits.")
      }
      return seed
    }
    base = try fields.integer("base")
    operation = try fields.text("op").map { (hex) throws(RuleLineProblem) in
      guard let operation = OperationID(hex: hex) else {
        throw RuleLineProblem("\"op\" is 32 lower-case hexadecimal digits.")
      }
      return operation
    }
    answer = deed == .rule ? try Self.answer(fields) : nil
    if deed == .comment, (note ?? "").isEmpty {
      throw RuleLineProblem("A comment wants its words in \"note\".")
    }
  }

  private static func answer(_ fields: Fields) throws(RuleLineProblem) -> Answer {
    let given = ["label", "value", "outcome"].filter { fields[$0] != nil }
    guard given.count == 1 else {
      throw RuleLineProblem("A ruling has one of \"label\", \"value\" and \"outcome\".")
    }
    if let label = try fields.text("label") { return .label(label) }
    if let value = fields["value"] { return .value(value) }
    guard let kind = try fields.choice("outcome", of: OutcomeKind.self),
      let outcome = Outcome(kind: kind)
    else { throw RuleLineProblem("An outcome \"value\" wants \"label\" or \"value\" instead.") }
    return .outcome(outcome)
  }
}

extension RuleLine {
  /// The outcome for a unit that takes values of this kind.
  func outcome(for kind: ValueKind) throws(RuleLineProblem) -> Outcome {
    guard let answer else { throw RuleLineProblem("The line rules nothing.") }
    return try answer.outcome(for: kind)
  }
}

extension RuleLine.Answer {
  /// The outcome for a unit that takes values of this kind.
  func outcome(for kind: ValueKind) throws(RuleLineProblem) -> Outcome {
    switch self {
    case .outcome(let outcome): return outcome
    case .label(let label):
      return .value(kind == .labels ? .labels(of: [LabelID(label)]) : .label(LabelID(label)))
    case .value(let json):
      guard let value = Self.value(json, kind) else {
        throw RuleLineProblem("\"value\" is no value of the kind \(kind.rawValue).")
      }
      return .value(value)
    }
  }

  private static func value(_ json: JSONText, _ kind: ValueKind) -> Value? {
    switch (kind, json) {
    case (.number, .integer(let number)): .number(Number(number))
    case (.number, .digits(let digits)), (.number, .string(let digits)):
      Number(digits).map { .number($0) }
    case (.number, .real(let real)): Number(real.description).map { .number($0) }
    case (.label, .string(let label)): .label(LabelID(label))
    case (.labels, .array(let elements)): labels(elements).map { .labels(of: $0) }
    case (.text, .string(let text)): .text(text)
    case (_, .object): CanonicalValue(json).flatMap { Value(canonical: $0) }
    default: nil
    }
  }

  private static func labels(_ elements: [JSONText]) -> [LabelID]? {
    var labels: [LabelID] = []
    for case .string(let label) in elements { labels.append(LabelID(label)) }
    return labels.count == elements.count ? labels : nil
  }
}

/// What is wrong with a line of `rule`.
struct RuleLineProblem: Error {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}

/// The members of a line, read with their types.
private struct Fields {
  private let members: [String: JSONText]

  init(_ list: [JSONText.Member]) {
    members = Dictionary(list.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// null is as good as absent.
  subscript(name: String) -> JSONText? {
    members[name].flatMap { $0 == .null ? nil : $0 }
  }

  func text(_ name: String) throws(RuleLineProblem) -> String? {
    guard let value = self[name] else { return nil }
    guard case .string(let text) = value else {
      throw RuleLineProblem("\"\(name)\" is a string.")
    }
    return text
  }

  func integer(_ name: String) throws(RuleLineProblem) -> Int? {
    guard let value = self[name] else { return nil }
    guard case .integer(let number) = value else {
      throw RuleLineProblem("\"\(name)\" is a whole number.")
    }
    return number
  }

  func integers(_ name: String) throws(RuleLineProblem) -> [Int] {
    guard let value = self[name] else { return [] }
    guard case .array(let elements) = value else {
      throw RuleLineProblem("\"\(name)\" is a list of positions in the log.")
    }
    var numbers: [Int] = []
    for element in elements {
      guard case .integer(let number) = element, number >= 0 else {
        throw RuleLineProblem("\"\(name)\" is a list of positions in the log.")
      }
      numbers.append(number)
    }
    return numbers
  }

  func texts(_ name: String) throws(RuleLineProblem) -> [String] {
    guard let value = self[name] else { return [] }
    guard case .array(let elements) = value else {
      throw RuleLineProblem("\"\(name)\" is a list of strings.")
    }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element else {
        throw RuleLineProblem("\"\(name)\" is a list of strings.")
      }
      texts.append(text)
    }
    return texts
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type
  ) throws(RuleLineProblem) -> Choice? where Choice.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue)
      throw RuleLineProblem(
        "\"\(name)\" is one of \(Words.list(known)), not \(Words.quoted(text)).")
    }
    return choice
  }
}

extension CanonicalValue {
  /// JSON in the canonical kinds; nil where it holds a real or a null.
  fileprivate init?(_ json: JSONText) {
    switch json {
    case .string(let text): self = .string(text)
    case .integer(let number): self = .integer(Int64(number))
    case .boolean(let truth): self = .boolean(truth)
    case .array(let elements):
      let values = elements.compactMap { CanonicalValue($0) }
      guard values.count == elements.count else { return nil }
      self = .array(values)
    case .object(let members):
      var object = CanonicalObject()
      for member in members {
        guard let value = CanonicalValue(member.value) else { return nil }
        object[member.name] = value
      }
      self = .object(object)
    case .null, .real, .digits: return nil
    }
  }
}
