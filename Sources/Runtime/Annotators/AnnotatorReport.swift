package import Agreement
package import Domain

/// Everything `annotators` says about one question; how it looks is decided elsewhere.
package struct AnnotatorReport: Sendable {
  /// A model keeps labels × labels for every annotator; beyond so many different values it says
  /// little and takes long.
  static let labelLimit = 200

  package let votes: QuestionVotes
  package let evidence: AnnotatorEvidence
  /// The worst first.
  package let standings: [AnnotatorStanding]
  /// What a model infers; nil where none was fitted.
  package let truth: TruthEstimate?
  /// Why there is none, in a sentence and for scripts; nil where none was asked for.
  package let modelProblem: String?
  package let modelStatus: EstimateStatus?
  /// How many of the items with a gold label the model labels so, and the majority; nil without gold
  /// or without a model.
  package let inferredAccuracy: Estimate?
  package let majorityAccuracy: Estimate?
  /// Whether it is one of several.
  package let isOneOfSeveral: Bool
  /// Units whose gold value nobody gave and no rating can equal.
  package let unknownGold: Int
  package let rowsRefused: Int
  package let diagnostics: Int

  /// Computes every figure. O(Σ r²) for ratings r per unit, and the fit of the model.
  ///
  /// - Parameter model: nil: none is fitted.
  package init(
    _ votes: QuestionVotes, model: TruthModel? = .dawidSkene, isOneOfSeveral: Bool = false,
    unknownGold: Int = 0, rowsRefused: Int = 0, diagnostics: Int = 0
  ) {
    var problem: String?
    var status: EstimateStatus?
    var truth: TruthEstimate?
    if let model {
      if votes.labels.count > Self.labelLimit {
        status = .undefinedTooManyLabels
        problem =
          "There are more than \(Self.labelLimit) different values, too many to model how each is"
          + " confused with each."
      } else if votes.annotators.isEmpty {
        status = .undefinedUnknownAnnotators
        problem = "The file does not say who rated."
      } else if votes.table.count > 0, !votes.hasPairs {
        // Every label would be inferred from itself, and everybody would be right.
        status = .undefinedNoPairs
        problem =
          "No item has ratings of two annotators, so there is nothing to infer the truth from but"
          + " the one rating itself."
      } else {
        let estimate = TruthFit.estimate(votes.table, model)
        truth = estimate.status == .defined ? estimate : nil
        status = estimate.status
        problem = estimate.status.explanation
      }
    }
    self.votes = votes
    self.truth = truth
    modelProblem = problem
    modelStatus = status
    let judged = votes.hasGold ? truth : nil
    inferredAccuracy = judged.map { TruthAccuracy.measured($0, gold: votes.gold) }
    majorityAccuracy = judged.map { _ in
      TruthAccuracy.measured(MajorityVote.estimate(votes.table), gold: votes.gold)
    }
    evidence = AnnotatorEvidence(
      votes: votes.table, gold: votes.hasGold ? votes.gold : [],
      ruled: votes.hasRulings ? votes.ruledOrRejected : [],
      inferred: truth.map { $0.units.map { Int32($0.label ?? -1) } } ?? [],
      repeats: votes.repeats, abstentions: votes.abstentions)
    standings = AnnotatorStanding.all(evidence)
    self.isOneOfSeveral = isOneOfSeveral
    self.unknownGold = unknownGold
    self.rowsRefused = rowsRefused
    self.diagnostics = diagnostics
  }

  /// The page of one annotator; nil for one who is not there.
  package func page(
    of name: AnnotatorID, against reference: AnnotatorEvidence.Reference? = nil
  ) -> AnnotatorPage? {
    guard let code = votes.annotators.firstIndex(of: name),
      let standing = standings.first(where: { $0.annotator == code })
    else { return nil }
    return AnnotatorPage(standing, evidence: evidence, against: reference)
  }

  /// What the model says of an annotator; nil without a model.
  package func profile(of standing: AnnotatorStanding) -> ModelProfile? {
    guard let truth else { return nil }
    let confusion =
      standing.annotator < truth.confusions.count ? truth.confusions[standing.annotator] : nil
    return ModelProfile(
      competence: truth.competences[standing.annotator],
      informativeness: confusion.map { SpammerScore.estimate($0) }
        ?? standing.inferred?.spammerScore)
  }

  package func name(of standing: AnnotatorStanding) -> String {
    votes.annotators[standing.annotator].text
  }
}

/// What a model says of one annotator.
package struct ModelProfile: Equatable, Sendable {
  /// How far to be trusted, on the model's own scale; nil without a vote.
  package let competence: Double?
  /// The spammer score: 0 for a spammer, 1 for one whose labels tell all. By the model's matrix of
  /// the annotator where it has one, else by the votes beside the labels that it infers; nil without any.
  package let informativeness: Estimate?
}

extension QuestionVotes {
  /// Whether any unit has votes of two annotators: of each, one counts.
  fileprivate var hasPairs: Bool { units.indices.contains { table.votes(of: $0).count > 1 } }

  /// By unit: the ruled label, or what else a ruling says of the ratings.
  var ruledOrRejected: [Int32] {
    verdicts.map { verdict in
      switch verdict {
      case .label(let label): label
      case .noneOfThese: AnnotatorEvidence.noneOfThese
      case .unjudged, nil: AnnotatorEvidence.unknown
      }
    }
  }
}
