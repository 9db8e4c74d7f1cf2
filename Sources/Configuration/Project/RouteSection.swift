import Domain

/// `[[routes]]`: who rules on what.
enum RouteSection {
  static func read(_ root: RootReader, _ known: KnownNames) -> [Route] {
    root.tables("routes", keys: ["when", "to", "blind", "twice"]).compactMap { reader in
      reader.reportMissing("when", example: "\"label:…\"")
      reader.reportMissing("to", example: "[\"@lead\"]")
      let blind = reader.choice("blind", Blinding.self)
      let twice = reader.amount("twice", .share)
      let targets = targets(reader)
      guard let text = reader.anyText("when"),
        let limit = RouteCondition.read(text, known, problems: reader.problems), let targets
      else { return nil }
      return Route(when: limit, to: targets, blind: blind, twice: twice)
    }
  }

  private static func targets(_ reader: TableReader) -> [RouteTarget]? {
    guard let texts = reader.texts("to"), let value = reader.table["to"]?.value else { return nil }
    if case .list(let list) = value.content, list.elements.isEmpty {
      reader.problems.report(
        "to in [[routes]] names nobody; write a role as in \"@lead\", or a member",
        at: value.offset)
    }
    return texts.compactMap { text in
      if let target = RouteTarget(text.content) { return target }
      let roles = MemberRole.allCases.map { "@" + $0.rawValue }
      let help =
        Suggestion.words(for: text.content, among: roles)
        ?? "the roles are \(Quotation.list(roles))"
      reader.problems.report(
        "unknown role \(Quotation.quoted(text.content)); \(help)", at: text.offset)
      return nil
    }
  }
}
