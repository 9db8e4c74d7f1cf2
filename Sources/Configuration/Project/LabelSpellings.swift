import Domain

/// Finds labels that are the same, or that no reader can tell apart.
struct LabelSpellings {
  private var ids: Set<LabelID> = []
  /// By the text, which Swift compares after canonical decomposition.
  private var texts: Set<String> = []

  /// - Returns: what is wrong with a further label of this id; nil where nothing is.
  mutating func add(_ id: LabelID) -> String? {
    let isNew = ids.insert(id).inserted
    let looksNew = texts.insert(id.text).inserted
    let name = Quotation.quoted(id.text)
    if !isNew { return "label id \(name) is there already; every id is given once" }
    guard looksNew else {
      return "label id \(name) looks like one before but has other code points; write both the "
        + "same, or give them different ids"
    }
    return nil
  }
}
