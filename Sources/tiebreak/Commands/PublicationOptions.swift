import ArgumentParser
import Domain
import Runtime

/// Which drafts are to be put in force, and what that is to put in doubt.
struct PublicationOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Only these: R-0042, label:ID, policy:NAME; all that wait otherwise.", valueName: "part"))
  var parts: [String] = []

  @Option(
    help: ArgumentHelp(
      "A part whose change says the same in other words; several times.", valueName: "part"))
  var editorial: [String] = []

  @Option(
    help: ArgumentHelp(
      "A reason for which no ruling is put in doubt: cites, example or labels; several times.",
      valueName: "reason"))
  var spare: [String] = []

  /// What was asked for, read.
  struct Choice {
    let parts: [GuidelinePart]
    let editorial: Set<GuidelinePart>
    let sparing: Set<DoubtReason>
  }

  func choice() throws(ValidationError) -> Choice {
    var reasons: Set<DoubtReason> = []
    for word in spare {
      guard let reason = DoubtReason(rawValue: word) else {
        let words = DoubtReason.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(word)' is no reason to doubt a ruling; they are \(words).")
      }
      reasons.insert(reason)
    }
    return Choice(
      parts: try GuideArgument.parts(parts),
      editorial: Set(try GuideArgument.parts(editorial)), sparing: reasons)
  }
}

extension PublicationOptions.Choice {
  /// What publishing them would do.
  ///
  /// - Throws: a word for what is called editorial and would not be published.
  func plan(
    in project: Project, waived: String? = nil
  ) throws(ProjectFailure) -> PublicationPlan {
    let plan = try project.planPublication(
      of: parts.isEmpty ? nil : parts, editorial: editorial, sparing: sparing, waived: waived)
    if let stray = editorial.subtracting(plan.publication.changes.map(\.part)).sorted().first {
      throw .usage("\(Words.part(stray)) is not among what would be published.")
    }
    return plan
  }
}
