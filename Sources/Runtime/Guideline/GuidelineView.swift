package import Domain

/// What of a guideline somebody wants to see.
package enum GuidelineView: Hashable, Sendable {
  /// Everything there is, a line each.
  case overview
  /// A published version.
  case version(Int)
  /// What the next version would say if all that waits were published.
  case draft
  case clause(ClauseID)

  /// Reads `3`, `v3`, `draft`, `R-0042`.
  ///
  /// - Returns: nil for what is none of these.
  package init?(_ text: String) {
    if text == "draft" {
      self = .draft
      return
    }
    let clause = ClauseID(text)
    if clause.number != nil {
      self = .clause(clause)
      return
    }
    guard let number = Int(text.hasPrefix("v") ? String(text.dropFirst()) : text), number >= 0
    else { return nil }
    self = .version(number)
  }
}

extension Guideline {
  /// What a version, or the draft of the next, says.
  ///
  /// - Throws: `.usage` for a version that there is not.
  package func contents(
    _ view: GuidelineView
  ) throws(ProjectFailure) -> GuidelineContents {
    guard case .version(let number) = view else { return contents(publishing: pending) }
    guard number <= version else {
      let known = version == 0 ? "Nothing was published yet." : "The last is \(version)."
      throw .usage("There is no version \(number) of the guideline. \(known)")
    }
    return contents(of: number)
  }
}
