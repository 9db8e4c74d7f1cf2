package import Domain

extension Words {
  /// What stands against a command about the guideline.
  static func guideline(_ refusal: Refusal) -> String {
    switch refusal {
    case .unknownClause(let id):
      "There is no clause \(plain(id.text)). tiebreak guide show lists them."
    case .clauseNotInForce(let id):
      "The clause \(plain(id.text)) is in no version yet. It can be cited once a lead has published it."
    case .clauseWithdrawn(let id):
      "The clause \(plain(id.text)) is withdrawn. What it should say now takes a new clause."
    case .wordsMissing(let words): missing(words)
    case .wordsTooLong(let words, let bytes, let limit):
      "The \(words.rawValue) has \(bytes) bytes; \(limit) are the most."
    case .notARuling(let seq): "Event \(seq) is no ruling, so it cannot stand behind a clause."
    case .nothingChanges(let part): "\(self.part(part)) says so already."
    case .partChangedMeanwhile(let part, let seq):
      "\(self.part(part)) was changed meanwhile, by event \(seq). Look again, then decide."
    case .partUnfinished(let part):
      "\(self.part(part)) is still a draft. Its writer sends it for review first."
    case .nothingToPublish: "Nothing waits to be published."
    case .publishedMeanwhile(let version):
      "Version \(version) was published meanwhile. Look again, then publish."
    default: ""
    }
  }

  private static func missing(_ words: GuidelineWords) -> String {
    switch words {
    case .title: "A clause needs a title."
    case .statement: "A clause needs a statement: what is to be done."
    case .example: "An example without words shows nothing."
    case .clause: "A new clause needs words."
    case .name: "A policy needs a name."
    case .section, .reason: "There are no words."
    }
  }

  /// A part of the guideline in words: `The clause R-0003`, `The definition of refund`.
  package static func part(_ part: GuidelinePart) -> String {
    switch part {
    case .clause(let id): "The clause \(plain(id.text))"
    case .section(.label(let label)): "The definition of \(plain(label.text))"
    case .section(.policy(let policy)): "The policy \(plain(policy.text))"
    }
  }

  /// Where a guideline's Markdown cannot be read, and why.
  package static func sentence(_ error: GuidelineMarkdownError) -> String {
    switch error.problem {
    case .expected(let line): "line \(error.line): \(quoted(line)) is expected here."
    case .notReadable: "line \(error.line): this is not spelled as it is written."
    case .noFinalLineBreak: "line \(error.line): the text does not end with a line break."
    }
  }
}
