import Domain

/// `[[labels]]`: the label set, in the order in which it is shown.
struct LabelSection {
  private let known: KnownNames
  private var definitions: [LabelDefinition] = []
  private var parents = LabelParents()
  private var spellings = LabelSpellings()
  /// The scale of the first label that names one.
  private var scale: Scale?

  static func read(_ root: RootReader, _ known: KnownNames) -> [LabelDefinition] {
    var section = LabelSection(known: known)
    for reader in root.tables("labels", keys: ["id", "name", "scale", "tier", "parent"]) {
      section.read(reader)
    }
    section.parents.reportCycles(to: root.problems)
    return section.definitions
  }

  private init(known: KnownNames) {
    self.known = known
  }

  private mutating func read(_ reader: TableReader) {
    reader.reportMissing("id", example: "\"…\"")
    let name = reader.text("name")?.content
    let scale = scale(reader)
    let tier = tier(reader)
    let parent = parent(reader)
    guard let text = reader.text("id") else { return }
    let id = LabelID(text.content)
    if let message = spellings.add(id) { reader.problems.report(message, at: text.offset) }
    if let parent { parents.add(parent, of: id) }
    definitions.append(
      LabelDefinition(id: id, name: name, scale: scale, tier: tier, parent: parent?.content))
  }

  private mutating func scale(_ reader: TableReader) -> Scale? {
    guard let read: Scale = reader.choice("scale") else { return nil }
    if let scale, scale != read {
      reader.problems.report(
        "scale \"\(read.rawValue)\" differs from the \"\(scale.rawValue)\" of the labels before; "
          + "a label set has one scale", at: reader.table["scale"]?.value.offset ?? 0)
    }
    scale = scale ?? read
    return read
  }

  private func tier(_ reader: TableReader) -> TierID? {
    guard let text = reader.text("tier") else { return nil }
    let tier = TierID(text.content)
    if !known.contains(tier) { reader.problems.report(known.unknownTier(tier), at: text.offset) }
    return tier
  }

  private func parent(_ reader: TableReader) -> Located<LabelID>? {
    guard let text = reader.text("parent") else { return nil }
    let parent = LabelID(text.content)
    guard known.admits(parent), !known.labels.isEmpty else {
      reader.problems.report(known.unknownLabel(parent), at: text.offset)
      return nil
    }
    return Located(content: parent, offset: text.offset)
  }
}
