package import Domain

extension Words {
  /// What keeps a mapping from leading from one label set to another, and what to do about it.
  package static func sentence(_ problem: MappingProblem) -> String {
    switch problem {
    case .empty: "The mapping says nothing. Write rename, merge, split or retire."
    case .tooLong(let bytes, let limit):
      "The mapping has \(bytes) bytes; \(limit) are the most."
    case .noRule(let rule):
      "\(list(rule.from.map { quoted($0.text) })) does not become another label so. A rename gives one "
        + "label another name, a merge makes one of several, a split several of one."
    case .mappedTwice(let label):
      "\(quoted(label.text)) is mapped twice. Say once what becomes of it."
    case .madeTwice(let label):
      "Two rules end in \(quoted(label.text)). Labels that become one are a merge: "
        + "merge = { \"\(plain(label.text))\" = [\"…\", \"…\"] }."
    case .meansAnother(let label):
      "\(quoted(label.text)) would mean one thing before and another after. Choose another name, or, "
        + "where others are put into it, name it in the merge too."
    case .unknown(let label):
      "\(quoted(label.text)) is no label of this project: nobody declared it, and nobody gave it."
    case .missing(let label):
      "tiebreak.toml does not declare \(quoted(label.text)), which the mapping makes. Add it there."
    case .stillDeclared(let label):
      "tiebreak.toml still declares \(quoted(label.text)), which the mapping takes away. Take it out there."
    case .leftOut(let label):
      "tiebreak.toml no longer declares \(quoted(label.text)), and the mapping does not say what becomes "
        + "of it. Name it: retire = [\"\(plain(label.text))\"], if it is gone."
    case .noneDeclared:
      "tiebreak.toml declares no labels: then any is admissible, and none can be gone. Add [[labels]]."
    }
  }
}
