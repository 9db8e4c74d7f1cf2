package import Domain

/// What a screen wants to be told of the project as a whole. Answered off the queue of rulings, so that
/// nobody waits for a report; a newer request of the same kind makes an older one pointless.
package enum ReportRequest: Hashable, Sendable {
  case log(LogRequest)
  case heatMap(HeatMapWanted)
  /// Names that limits are completed with.
  case names
  /// Everybody who rated, under a question; nil: the first one.
  case annotators(QuestionID?)
  /// One annotator's page.
  case person(AnnotatorID, QuestionID)
  /// Everybody who ruled.
  case adjudicators
  /// What would be released as things stand.
  case release
  /// The guideline with all its versions, and the rulings that cite it.
  case guideline
  /// The guideline alone: which clauses there are, and what is in force.
  case rules
  /// Which rulings come out as a clause says, with its number where it has one.
  case evidence(ClauseText, ClauseID?)
  /// Rulings that a clause is to be made from.
  case seeds(SeedSource)
  /// What publishing would put in force.
  case publication(PublicationWish)
  /// The open units that are very like one.
  case alike(UnitID)
  /// Rulings on texts very alike that came out differently.
  case contradictions

  /// Requests of one kind supersede each other.
  package enum Kind: Hashable, Sendable {
    case logNewest
    case logEvents
    case logList
    case logFind
    case heatMap
    case names
    case annotators
    case person
    case adjudicators
    case release
    case guideline
    case rules
    case evidence
    case seeds
    case publication
    case alike
    case contradictions
  }

  package var kind: Kind {
    switch self {
    case .log(.newest): .logNewest
    case .log(.events): .logEvents
    case .log(.look(_, .list)): .logList
    case .log(.look(_, .find)): .logFind
    case .heatMap: .heatMap
    case .names: .names
    case .annotators: .annotators
    case .person: .person
    case .adjudicators: .adjudicators
    case .release: .release
    case .guideline: .guideline
    case .rules: .rules
    case .evidence: .evidence
    case .seeds: .seeds
    case .publication: .publication
    case .alike: .alike
    case .contradictions: .contradictions
    }
  }
}

/// The answer to a request.
package enum Report: Hashable, Sendable {
  case log(LogReport)
  case heatMap(Loaded<HeatMapPage>)
  case names(LimitNames)
  /// nil where nobody was asked anything.
  case annotators(AnnotatorsPage?)
  /// nil for somebody who is not there.
  case person(PersonPage?)
  case adjudicators([AdjudicatorRow])
  case release(ReleaseFigures)
  case guideline(GuidelinePage)
  case rules(Guideline)
  case evidence(ClauseEvidence)
  case seeds(ClauseSeeds)
  case publication(PublishPage)
  /// nil for a unit that is not there.
  case alike(LikeUnits?)
  case contradictions([ContradictingPrecedents])
}

/// A value that is replaced whole and never changed: two of them are compared by a stamp, because
/// comparing what they hold would cost more than painting it.
package struct Loaded<Value: Sendable>: Hashable, Sendable {
  package let value: Value
  package let stamp: Int

  /// - Parameter stamp: another one for every other value, as the generation of the request.
  package init(_ value: Value, stamp: Int) {
    self.value = value
    self.stamp = stamp
  }

  package static func == (left: Self, right: Self) -> Bool { left.stamp == right.stamp }

  package func hash(into hasher: inout Hasher) { hasher.combine(stamp) }
}
