package import Domain

/// Writes `tiebreak.toml` for people: in blocks, aligned, with a word on each block.
package enum ConfigurationText {
  /// A whole file. `ConfigurationReader` reads the same configuration out of it, where that is one
  /// the reader takes.
  package static func text(of configuration: ProjectConfiguration) -> String {
    var blocks = [project(configuration)]
    blocks += labels(configuration.labels)
    blocks += tiers(configuration.tiers)
    blocks.append(queue(configuration.queue))
    blocks += commented(
      configuration.routes.map(route), "Who rules on what. The first route that matches counts.")
    blocks += commented(configuration.members.map(member), "Who works on it.")
    blocks += commented(configuration.aliases.map(alias), "Two names of one annotator.")
    blocks += commented(
      configuration.sources.map(source), "Which field of an import holds the item's id.")
    blocks += gate(configuration.gate)
    if !configuration.logKeys.isEmpty { blocks.append(log(configuration.logKeys)) }
    return blocks.map(\.text).joined(separator: "\n")
  }

  /// `text` with a block for each of `labels` at its end; every byte of `text` stays.
  ///
  /// - Parameter file: the file's name in messages.
  /// - Throws: what is wrong with the result, which may have been wrong with `text`: a label that
  ///   is there already, labels that are not written as `[[labels]]` blocks.
  package static func adding(
    labels: [LabelDefinition], to text: String, file: String
  ) throws(ConfigurationError) -> String {
    guard !labels.isEmpty else { return text }
    let breaks = text.utf8.contains(0x0D) ? "\r\n" : "\n"
    var result = text
    if let last = text.utf8.last, last != 0x0A { result += breaks }
    for label in labels {
      let block = "\n" + self.label(label).text
      result += block.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: breaks)
    }
    _ = try ConfigurationReader.read(result, file: file)
    return result
  }

  private static func project(_ configuration: ProjectConfiguration) -> SettingBlock {
    var block = SettingBlock(
      comment: "Settings of this project. A change counts once a lead runs `tiebreak apply`.",
      header: "[project]")
    block.add("name", SettingText.quoted(configuration.name))
    block.add(
      "task", SettingText.quoted(configuration.task.rawValue),
      comment: TaskKind.allCases.map(\.rawValue).joined(separator: ", "))
    block.add(
      "blind", SettingText.quoted(configuration.blind.rawValue),
      comment: Blinding.allCases.map(\.rawValue).joined(separator: ", "))
    if let store = configuration.store {
      block.add("store", SettingText.quoted(store))
    }
    return block
  }

  private static func labels(_ labels: [LabelDefinition]) -> [SettingBlock] {
    commented(
      labels.map(label),
      "The labels, in the order in which they are shown. Ids are stored; names may change.")
  }

  private static func label(_ label: LabelDefinition) -> SettingBlock {
    var block = SettingBlock(header: "[[labels]]")
    block.add("id", SettingText.quoted(label.id.text))
    if !label.name.utf8.elementsEqual(label.id.text.utf8) {
      block.add("name", SettingText.quoted(label.name))
    }
    if let scale = label.scale { block.add("scale", SettingText.quoted(scale.rawValue)) }
    if let tier = label.tier { block.add("tier", SettingText.quoted(tier.text)) }
    if let parent = label.parent { block.add("parent", SettingText.quoted(parent.text)) }
    return block
  }

  private static func tiers(_ tiers: [Tier]) -> [SettingBlock] {
    commented(
      tiers.map { tier in
        var block = SettingBlock(header: "[tiers.\(SettingText.key(tier.id.text))]")
        block.add("cost", digits(tier.cost), comment: "of one wrong label")
        if let days = tier.dueDays { block.add("due_days", String(days)) }
        if tier.reason != .optional {
          block.add(
            "reason", SettingText.quoted(tier.reason.rawValue), comment: "a ruling says why")
        }
        return block
      }, "How much a wrong label costs, and by when it is due.")
  }

  private static func queue(_ queue: QueueSettings) -> SettingBlock {
    var block = SettingBlock(
      comment: "Units whose agreement is below this stand in the queue.", header: "[queue]")
    block.add("below", digits(queue.below))
    block.add(
      "policy", SettingText.quoted(queue.policy.rawValue),
      comment: QueuePolicy.allCases.map(\.rawValue).joined(separator: ", "))
    if queue.release != .model {
      block.add(
        "release", SettingText.quoted(queue.release.rawValue),
        comment: ReleaseChoice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return block
  }

  private static func route(_ route: Route) -> SettingBlock {
    var block = SettingBlock(header: "[[routes]]")
    block.add("when", SettingText.quoted(route.when.text))
    block.add("to", SettingText.list(route.to.map(\.text)))
    if let blind = route.blind { block.add("blind", SettingText.quoted(blind.rawValue)) }
    if let twice = route.twice {
      block.add("twice", digits(twice), comment: "share that is ruled on twice")
    }
    return block
  }

  private static func member(_ member: MemberSettings) -> SettingBlock {
    var block = SettingBlock(header: "[members.\(SettingText.key(member.id.text))]")
    if let user = member.user { block.add("os", SettingText.quoted(user)) }
    if !member.annotators.isEmpty {
      block.add("annotator", SettingText.list(member.annotators.map(\.text)))
    }
    return block
  }

  private static func alias(_ alias: AnnotatorAlias) -> SettingBlock {
    var block = SettingBlock(header: "[annotators.\(SettingText.key(alias.written.text))]")
    block.add("alias", SettingText.quoted(alias.alias.text))
    return block
  }

  private static func source(_ source: SourceSettings) -> SettingBlock {
    var block = SettingBlock(header: "[sources.\(SettingText.key(source.name))]")
    if let item = source.item { block.add("item", SettingText.quoted(item)) }
    return block
  }

  private static func gate(_ gate: GateSettings) -> [SettingBlock] {
    guard gate != GateSettings() else { return [] }
    var block = SettingBlock(
      comment: "What a release has to reach. What has no bar is shown and holds nothing up.",
      header: "[gate]")
    if let number = gate.alpha { block.add("alpha", digits(number), comment: "least, all labels") }
    if let number = gate.labelAlpha {
      block.add("label_alpha", digits(number), comment: "least, of any label")
    }
    if let count = gate.open { block.add("open", String(count), comment: "most open units") }
    if let count = gate.escalated {
      block.add("escalated", String(count), comment: "most units for a lead")
    }
    if let count = gate.flagged { block.add("flagged", String(count), comment: "most flags") }
    if !gate.tierSettled.isEmpty {
      let shares = gate.tierSettled.map { "\(SettingText.key($0.tier.text)) = \(digits($0.share))" }
      block.add("tier_settled", "{ \(shares.joined(separator: ", ")) }")
    }
    if let number = gate.ruledByOne {
      block.add("ruled_by_one", digits(number), comment: "most of the rulings")
    }
    if let number = gate.ambiguous {
      block.add("ambiguous", digits(number), comment: "most of what goes out")
    }
    if let number = gate.single {
      block.add("single", digits(number), comment: "most of what goes out")
    }
    if let number = gate.auditAccuracy {
      block.add("audit_accuracy", digits(number), comment: "least, as an audit shows")
    }
    return [block]
  }

  private static func commented(_ blocks: [SettingBlock], _ comment: String) -> [SettingBlock] {
    guard var first = blocks.first else { return [] }
    first.comment = comment
    return [first] + blocks.dropFirst()
  }

  /// The digits as they were read, where TOML takes them so.
  private static func digits(_ number: Number) -> String {
    let isPlain = NumberText.isTOML(number.source) && Number(number.source) == number
    return isPlain ? number.source : number.canonicalText
  }
}
