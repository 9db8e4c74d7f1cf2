package import Agreement

/// What the labels of a comparison say: which answer is better, and how much.
///
/// Words are read as the usual exports spell them: `a`, `model_a`, `left`, `a1` and `a2` for better
/// and much better, `A>>B`, `tie`, `tie (bothbad)`. Numbers are read as a set: 0, 1, 2 are tie, first
/// and second; numbers on both sides of 0 lie on a scale from the first to the second. Labels that
/// say nothing by themselves are read by their places where their order is declared.
package struct PreferenceWords: Sendable {
  /// What one label says.
  package struct Meaning: Hashable, Sendable {
    package let choice: PreferenceChoice
    package let strength: Int

    package init(_ choice: PreferenceChoice, strength: Int = 1) {
      self.choice = choice
      self.strength = strength
    }
  }

  /// By label: what it says; nil where that cannot be told.
  package let meanings: [Meaning?]

  /// Whether every label says something and both sides occur: these are preferences.
  package var isComplete: Bool {
    meanings.allSatisfy { $0 != nil }
      && [PreferenceChoice.first, .second].allSatisfy { side in
        meanings.contains { $0?.choice == side }
      }
  }

  /// Whether nobody would mean anything else by these labels: there is a tie, a degree or a word for an
  /// answer. `left` and `right`, or 0, 1 and 2, may mean something else.
  package let isUnmistakable: Bool

  /// Reads labels.
  ///
  /// - Parameter isOrdered: whether the labels stand in the order of a scale from the first answer
  ///   to the second.
  package init(_ labels: [String], isOrdered: Bool = false) {
    let numbers = labels.map { Int($0) }
    if !labels.isEmpty, numbers.allSatisfy({ $0 != nil }) {
      meanings = Self.read(numbers.compactMap(\.self), isOrdered: isOrdered)
      isUnmistakable = false
      return
    }
    let words = Self.words(labels)
    let isUnknown = words.allSatisfy { $0 == nil || $0?.choice.isDecided == false }
    meanings = isOrdered && isUnknown ? Self.byPlace(labels.count) : words
    isUnmistakable = zip(labels, words).contains { label, meaning in
      guard let meaning else { return false }
      return !meaning.choice.isDecided || meaning.strength > 1 || Self.namesAnAnswer(label)
    }
  }

  /// Labels by what they say; beside words for a tie, 1 and 2 are the answers.
  private static func words(_ labels: [String]) -> [Meaning?] {
    let words = labels.map { word($0) }
    let others = zip(labels, words).filter { $0.1 == nil }.map(\.0)
    guard others.sorted() == ["1", "2"], words.contains(where: { $0?.choice.isDecided == false }),
      words.allSatisfy({ $0?.choice.isDecided != true })
    else { return words }
    return zip(labels, words).map { label, word in
      word ?? Meaning(label == "1" ? .first : .second)
    }
  }

  private static func read(_ numbers: [Int], isOrdered: Bool) -> [Meaning?] {
    if numbers.contains(where: { $0 < 0 }) {
      return numbers.map { number in
        guard number != 0 else { return Meaning(.tie) }
        let strength = number == .min ? Int.max : abs(number)
        return Meaning(number < 0 ? .first : .second, strength: strength)
      }
    }
    if numbers.allSatisfy({ (0...2).contains($0) }) {
      return numbers.map { Meaning([.tie, .first, .second][$0]) }
    }
    return isOrdered ? byPlace(numbers.count) : numbers.map { _ in nil }
  }

  private static func namesAnAnswer(_ label: String) -> Bool {
    let label = label.lowercased()
    return ["model", "response", "answer", "system", "better", ">"].contains { label.contains($0) }
  }

  /// A scale that is the same on both sides of its middle.
  private static func byPlace(_ count: Int) -> [Meaning?] {
    let half = count / 2
    return (0..<count).map { place in
      if place < half { return Meaning(.first, strength: half - place) }
      if !count.isMultiple(of: 2), place == half { return Meaning(.tie) }
      return Meaning(.second, strength: place - (count - half) + 1)
    }
  }

  private static let firsts: Set = [
    "a", "first", "left", "modela", "responsea", "answera", "systema", "model1", "response1",
    "answer1", "system1", "chosena", "abetter", "aisbetter", "leftbetter",
  ]
  private static let seconds: Set = [
    "b", "second", "right", "modelb", "responseb", "answerb", "systemb", "model2", "response2",
    "answer2", "system2", "chosenb", "bbetter", "bisbetter", "rightbetter",
  ]
  private static let ties: Set = [
    "tie", "equal", "same", "draw", "even", "a=b", "bothgood", "tiebothgood", "both",
  ]
  private static let neithers: Set = ["bothbad", "tiebothbad", "neither", "none"]

  private static func word(_ label: String) -> Meaning? {
    let text = String(
      label.lowercased().filter { $0.isLetter || $0.isNumber || "<>=".contains($0) })
    if firsts.contains(text) { return Meaning(.first) }
    if seconds.contains(text) { return Meaning(.second) }
    if ties.contains(text) { return Meaning(.tie) }
    if neithers.contains(text) { return Meaning(.neither) }
    if let compared = comparison(text) { return compared }
    return graded(text)
  }

  /// `a>b`, `a>>b`, `b<a`.
  private static func comparison(_ text: String) -> Meaning? {
    let signs = text.filter { $0 == ">" || $0 == "<" }
    guard let sign = signs.first, signs.allSatisfy({ $0 == sign }), text.first?.isLetter == true
    else { return nil }
    let sides = text.filter { $0.isLetter }
    guard text == sides.prefix(1) + signs + sides.suffix(1), sides == "ab" || sides == "ba"
    else { return nil }
    let isFirst = (sides == "ab") == (sign == ">")
    return Meaning(isFirst ? .first : .second, strength: signs.count)
  }

  /// `a1`, `b2`, `amuch`, `bslightly`.
  private static func graded(_ text: String) -> Meaning? {
    let choice: PreferenceChoice
    switch text.first {
    case "a": choice = .first
    case "b": choice = .second
    default: return nil
    }
    let rest = String(text.dropFirst())
    if let strength = Int(rest), (1...9).contains(strength) {
      return Meaning(choice, strength: strength)
    }
    switch rest {
    case "slightly", "slightlybetter": return Meaning(choice)
    case "much", "muchbetter": return Meaning(choice, strength: 2)
    default: return nil
    }
  }
}
