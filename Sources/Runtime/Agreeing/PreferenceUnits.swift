package import Agreement
package import Domain

/// The ratings of a question as preferences: which answer, whose answer, how much.
package struct PreferenceUnits: Sendable {
  /// The slices that say whose answers are compared, and under what prompt.
  package struct Keys: Hashable, Sendable {
    package let first: String
    package let second: String
    package let prompt: String?

    package init(first: String, second: String, prompt: String? = nil) {
      self.first = first
      self.second = second
      self.prompt = prompt
    }

    /// Names that are taken without being asked, the earlier ones first.
    private static let usual = [
      ("system_a", "system_b"), ("model_a", "model_b"), ("system_1", "system_2"),
      ("model_1", "model_2"), ("modelA", "modelB"), ("left", "right"),
    ]
    private static let prompts = ["prompt_id", "prompt", "question_id"]

    /// The keys among the properties of items, or nil where none say whose answers are compared.
    package static func found(in slices: [[Slice]]) -> Keys? {
      let known = Set(slices.joined().map(\.key))
      guard let pair = usual.first(where: { known.contains($0.0) && known.contains($0.1) })
      else { return nil }
      return Keys(
        first: pair.0, second: pair.1, prompt: prompts.first { known.contains($0) })
    }
  }

  package let units: [PreferenceUnit]
  package let systems: [String]
  package let annotators: [String]

  /// Votes whose value says nothing about two answers; they are left out.
  package let unreadable: Int

  /// Reads votes, or nil where their labels are no preferences.
  ///
  /// - Parameters:
  ///   - isOrdered: whether the labels were declared in the order of a scale from A to B.
  ///   - keys: the slices with the systems' names; without them what is found by its name.
  package init?(_ votes: QuestionVotes, isOrdered: Bool = false, keys: Keys? = nil) {
    let words = PreferenceWords(Self.names(votes.values), isOrdered: isOrdered)
    let kinds: Set<ValueKind> = [.label, .number]
    guard words.isComplete, votes.values.allSatisfy({ kinds.contains($0.kind) }) else {
      return nil
    }
    self.init(
      votes.table, meanings: words.meanings,
      systems: Systems(votes.slices, keys ?? Keys.found(in: votes.slices)),
      annotators: votes.annotators.map(\.text))
  }

  /// Reads votes by what their labels say.
  init(
    _ table: VoteTable, meanings: [PreferenceWords.Meaning?], systems: Systems,
    annotators: [String]
  ) {
    var unreadable = 0
    units = (0..<table.unitCount).map { unit in
      let votes: [PreferenceVote] = table.votes(of: unit).compactMap { place in
        let label = Int(table.labels[place])
        guard label < meanings.count, let meaning = meanings[label] else {
          unreadable += 1
          return nil
        }
        return PreferenceVote(
          annotator: table.annotators[place], meaning.choice, strength: meaning.strength)
      }
      return PreferenceUnit(
        first: systems.first(of: unit), second: systems.second(of: unit),
        prompt: systems.prompt(of: unit), pair: systems.pair(of: unit), votes: votes)
    }
    self.unreadable = unreadable
    self.systems = systems.names
    self.annotators = annotators
  }

  /// Every figure about these preferences.
  package func report(
    dimension: String? = nil, ties: TieHandling = .halfWins, pseudoCount: Double = 0
  ) -> PreferenceReport {
    PreferenceReport(
      units, dimension: dimension, systems: systems, annotators: annotators, ties: ties,
      pseudoCount: pseudoCount)
  }

  private static func names(_ values: [Value]) -> [String] {
    values.map { value in
      switch value {
      case .label(let label): label.text
      case .number(let number): number.canonicalText
      default: ""
      }
    }
  }

  /// Whose answers each unit compares, as codes.
  struct Systems {
    private(set) var names: [String] = []
    private var firsts: [Int32] = []
    private var seconds: [Int32] = []
    private var prompts: [Int32] = []
    private var pairs: [Int32] = []

    private struct Pair: Hashable {
      let low: Int32
      let high: Int32
      let prompt: Int32
    }

    init(_ slices: [[Slice]], _ keys: Keys?) {
      guard let keys else { return }
      var systems: [Identifier<Systems>: Int32] = [:]
      var known: [Identifier<Systems>: Int32] = [:]
      var pairCodes: [Pair: Int32] = [:]
      for slices in slices {
        let first = Self.code(slices, keys.first, &systems)
        let second = Self.code(slices, keys.second, &systems)
        let prompt = keys.prompt.map { Self.code(slices, $0, &known) } ?? PreferenceUnit.unknown
        firsts.append(first)
        seconds.append(second)
        prompts.append(prompt)
        let pair = Pair(low: min(first, second), high: max(first, second), prompt: prompt)
        let isKnown = first >= 0 && second >= 0 && prompt >= 0
        let next = Int32(pairCodes.count)
        pairs.append(isKnown ? pairCodes[pair, default: next] : PreferenceUnit.unknown)
        if isKnown, pairCodes[pair] == nil { pairCodes[pair] = next }
      }
      names = systems.sorted { $0.value < $1.value }.map(\.key.text)
    }

    func first(of unit: Int) -> Int32 { code(firsts, unit) }
    func second(of unit: Int) -> Int32 { code(seconds, unit) }
    func prompt(of unit: Int) -> Int32 { code(prompts, unit) }
    func pair(of unit: Int) -> Int32 { code(pairs, unit) }

    private func code(_ codes: [Int32], _ unit: Int) -> Int32 {
      unit < codes.count ? codes[unit] : PreferenceUnit.unknown
    }

    private static func code(
      _ slices: [Slice], _ key: String, _ codes: inout [Identifier<Systems>: Int32]
    ) -> Int32 {
      guard let slice = slices.first(where: { $0.key == key }), !slice.value.isEmpty else {
        return PreferenceUnit.unknown
      }
      let name = Identifier<Systems>(slice.value)
      if let code = codes[name] { return code }
      codes[name] = Int32(codes.count)
      return Int32(codes.count - 1)
    }
  }
}
