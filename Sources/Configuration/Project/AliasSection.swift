import Domain

/// `[annotators."NAME"]`: two names of one annotator.
enum AliasSection {
  static func read(_ root: RootReader) -> [AnnotatorAlias] {
    let aliases = root.namedTables("annotators", keys: ["alias"]).compactMap {
      named -> Located<AnnotatorAlias>? in
      named.reader.reportMissing("alias", example: "\"…\"")
      return named.reader.text("alias").map {
        let alias = AnnotatorAlias(
          written: AnnotatorID(named.name.content), alias: AnnotatorID($0.content))
        return Located(content: alias, offset: $0.offset)
      }
    }
    reportChains(aliases, to: root.problems)
    return aliases.map(\.content)
  }

  /// An alias must be a last name: what it means must not depend on an order of replacement.
  private static func reportChains(
    _ aliases: [Located<AnnotatorAlias>], to problems: ProblemCollector
  ) {
    var meanings: [AnnotatorID: AnnotatorID] = [:]
    for alias in aliases { meanings[alias.content.written] = alias.content.alias }
    for alias in aliases {
      let written = Quotation.quoted(alias.content.written.text)
      let target = Quotation.quoted(alias.content.alias.text)
      if alias.content.alias == alias.content.written {
        problems.report(
          "annotator \(written) is an alias of itself; name another annotator, or take it out",
          at: alias.offset)
      } else if let next = meanings[alias.content.alias], next != alias.content.alias {
        problems.report(
          "annotator \(written) is an alias of \(target), which is itself an alias of "
            + "\(Quotation.quoted(next.text)); name one that is no alias", at: alias.offset)
      }
    }
  }
}
