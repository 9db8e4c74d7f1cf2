package import Agreement
package import Domain
package import Store

/// The ratings of one question with everything that figures about people, models and time need.
///
/// Units, annotators and rounds stand in byte order of their names, labels in the declared order or
/// their natural one, the votes of a unit by annotator: nothing depends on the order of files, rows or
/// imports. A unit's vote of an annotator is the one that counts: of repeats the last or first as the
/// mapping says, of several rounds the last. Abstentions are no votes; they are counted apart.
package struct QuestionVotes: Sendable {
  /// A label number that says: nothing is known.
  package static let none: Int32 = -1

  /// What a model said of a unit.
  package struct ModelVote: Hashable, Sendable {
    package let unit: Int
    /// By its number in `models`.
    package let model: Int
    package let label: Int32
    /// Its probability or confidence; nil where the export does not say.
    package let confidence: Double?
  }

  /// What a ruling says of the ratings of its unit.
  package enum Verdict: Hashable, Sendable {
    case label(Int32)
    /// Every label that was given was wrong.
    case noneOfThese
    /// Ambiguous, not annotatable or outside the guideline: no rating is judged by it.
    case unjudged
  }

  /// The file, or the project.
  package let source: String
  package let question: QuestionID
  package let scale: Scale

  /// What counts: one vote of an annotator in a unit.
  package let table: VoteTable
  package let units: [ItemID]
  package let annotators: [AnnotatorID]
  /// By label code: the value itself, for spans, boxes, rankings and texts too.
  package let values: [Value]
  /// By label code: its name in tables.
  package let labels: [String]

  /// By vote: the number of the batch.
  package let batches: [Int32]
  /// By vote: the version of the guideline it was given under, 0 before the first; `none` in a bare
  /// file.
  package let versions: [Int32]
  package let rounds: [String]
  /// By vote: the round's number in `rounds`, or `none`.
  package let roundOfVote: [Int32]
  /// By annotator: units in which they were asked and declined.
  package let abstentions: [Int]
  /// Every two own ratings of one unit, by unit, annotator and time.
  package let repeats: [OwnRepeat]
  /// Ratings that do not count because their annotator gave another that does.
  package let repeatsDropped: Int
  package let repeatPolicy: RepeatPolicy

  /// By unit: the gold label, or `none`.
  package private(set) var gold: [Int32]
  /// By unit: what stands ruled; nil where nobody ruled.
  package let verdicts: [Verdict?]
  package let models: [AnnotatorID]
  package let modelVotes: [ModelVote]
  /// By unit: the properties to cut by; empty where none are known.
  package let slices: [[Slice]]

  /// Whether any unit has a gold label.
  package var hasGold: Bool { gold.contains { $0 != Self.none } }

  /// Whether any unit was ruled on.
  package var hasRulings: Bool { verdicts.contains { $0 != nil } }

  /// How many units have a vote.
  package var ratedUnits: Int { units.indices.count { !table.votes(of: $0).isEmpty } }

  /// By unit: the ruled label, or `none`.
  package var ruled: [Int32] {
    verdicts.map { if case .label(let label) = $0 { label } else { Self.none } }
  }

  /// The pairs of own repeats of all annotators.
  package var repeatCounts: Agreement.Repeats {
    Agreement.Repeats(
      kept: repeatPolicy, dropped: repeatsDropped, pairs: repeats.count,
      agreeingPairs: repeats.reduce(0) { $0 + ($1.earlier == $1.later ? 1 : 0) })
  }

  /// The place of a vote's annotator and unit, as codes, for a walk over all votes.
  package func forEachVote(_ body: (_ unit: Int, _ vote: Int) -> Void) {
    for unit in units.indices {
      for vote in table.votes(of: unit) { body(unit, vote) }
    }
  }

  /// Puts everything in order. O(n log n) within units, O(n) over them.
  ///
  /// - Parameters:
  ///   - declared: the labels that can occur, in their order; empty: what is seen.
  ///   - policy: which of several ratings of one annotator was left in force.
  package init(
    _ collection: RatingCollection, source: String, scale: Scale, declared: [LabelID],
    policy: RepeatPolicy
  ) {
    let codes = VoteCodes(collection, declared: declared)
    var assembly = VoteAssembly(collection, codes)
    assembly.run()
    self.source = source
    self.scale = scale
    question = collection.question
    table = assembly.table
    units = codes.items.order.map { collection.items[$0] }
    annotators = codes.people.order.map { collection.annotators[$0] }
    values = codes.values
    labels = codes.values.map(\.name)
    batches = assembly.batches
    versions = assembly.versions
    rounds = codes.rounds.order.map { collection.rounds[$0] }
    roundOfVote = assembly.rounds
    abstentions = assembly.abstentions
    repeats = assembly.repeats
    repeatsDropped = assembly.dropped
    repeatPolicy = policy
    gold = assembly.gold
    verdicts = codes.items.order.map { codes.verdict(collection.rulings[Int32($0)]) }
    models = codes.models.order.map { collection.annotators[$0] }
    modelVotes = assembly.modelVotes
    slices = collection.slices.isEmpty ? [] : codes.items.order.map { collection.slices[$0] }
  }

  /// The same votes beside other gold labels.
  ///
  /// - Parameter labels: the gold value by item. A value that nobody gave has no code: it is
  ///   `none`, and such units are counted in the return value.
  package mutating func replaceGold(_ labels: [ItemID: Value]) -> Int {
    let codes = Dictionary(
      values.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var unknown = 0
    gold = units.map { unit in
      guard let value = labels[unit] else { return Self.none }
      guard let code = codes[value] else {
        unknown += 1
        return Self.none
      }
      return code
    }
    return unknown
  }
}
