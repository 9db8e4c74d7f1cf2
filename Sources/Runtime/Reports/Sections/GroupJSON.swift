package import Agreement
package import Interchange

/// Agreement by part, unrounded.
package enum GroupJSON {
  package static func json(_ report: GroupReport) -> JSONText {
    [
      "by": .string(report.name),
      "groups": .array(report.groups.map { json($0) }),
      "ratings_outside": .integer(report.ratingsOutside),
      "enough_items": .integer(GroupReport.enough),
    ]
  }

  private static func json(_ group: GroupAgreement) -> JSONText {
    [
      "name": .string(group.name), "items": .integer(group.items),
      "pairable_items": .integer(group.pairableItems), "ratings": .integer(group.ratings),
      "percent_agreement": EstimateJSON.json(group.percentAgreement),
      "krippendorff_alpha": EstimateJSON.json(group.alpha),
      "too_few": .boolean(group.isTooFew),
    ]
  }
}
