package import Domain

/// What somebody wants to publish, and as what.
package struct PublicationWish: Hashable, Sendable {
  /// Parts whose change only says the same in other words.
  package var editorial: Set<GuidelinePart> = []
  /// Parts that wait on.
  package var leftOut: Set<GuidelinePart> = []
  /// Reasons for which rulings are not to be put in doubt.
  package var sparing: Set<DoubtReason> = []

  package init() {}
}

/// A version before it is published: what it would be, and what it would change.
package struct PublishPage: Hashable, Sendable {
  package let publication: Publication
  package let difference: GuidelineDifference
  /// By position, each ruling once.
  package let doubts: [DoubtedRuling]
  /// How many more would be in doubt for reasons that are left out.
  package let spared: Int
  /// How long ruling on them would take, going by what they took the first time; nil where that is not
  /// known.
  package let minutes: Int?
  /// Parts that wait and were left out, by their keys.
  package let leftOut: [GuidelinePart]
  /// Why it would be refused if it were tried now.
  package let refusal: String?

  package init(
    publication: Publication, difference: GuidelineDifference, doubts: [DoubtedRuling],
    spared: Int = 0, minutes: Int? = nil, leftOut: [GuidelinePart], refusal: String?
  ) {
    self.publication = publication
    self.difference = difference
    self.doubts = doubts
    self.spared = spared
    self.minutes = minutes
    self.leftOut = leftOut
    self.refusal = refusal
  }

  func kind(of part: GuidelinePart) -> PublishedChange.Kind? {
    publication.changes.first { $0.part == part }?.kind
  }
}

/// The plan of a publication while it is looked at.
package struct PublishModel: Hashable, Sendable {
  package var wish = PublicationWish()
  package var page: Loaded<PublishPage>?
  package var generation = 0
  /// The ticket under which it is being recorded.
  package var writing: Int?

  package init() {}
}
