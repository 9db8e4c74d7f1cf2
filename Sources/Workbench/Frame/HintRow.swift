import Domain
import Screen

/// Which keys the last row offers, the obvious one first.
struct HintRow {
  let hints: [Hint]

  init(_ model: Model) {
    var ids: [CommandID]
    if model.isEmptyProject, model.place == .queue {
      ids = [.importFile, .editSettings, .palette, .back]
    } else if model.place == .queue {
      ids = [.open, .tag, .apply, .limit, .order, .find, .undo, .palette]
      if model.unavailable(.alike) == nil { ids.insert(.alike, at: 1) }
    } else {
      ids = model.placeScreen?.hints ?? Self.item(model)
    }
    hints = ids.compactMap { Self.hint($0, model) }
  }

  private static func item(_ model: Model) -> [CommandID] {
    guard let item = model.item, item.opened != nil else { return [.back] }
    if item.dossier?.facts.seats[.main]?.status == .ruled {
      if model.unavailable(.alike) == nil { return [.nextItem, .alike, .undo, .votes, .back] }
      return [.nextItem, .previousItem, .undo, .votes, .history, .back]
    }
    var ids: [CommandID] = [.adopt]
    let alike: [CommandID] = model.unavailable(.alike) == nil ? [.alike] : []
    if item.draft.first != nil || item.contest.kind == .labels { ids = [.confirm, .adopt] }
    if item.contest.kind == .number { ids = [.adopt, .confirm] }
    ids += alike + [.noneOfThese, .ambiguous]
    if item.contest.admissible.count > 9 || item.contest.kind == .number { ids.append(.another) }
    if item.questions.count > 1 { ids.append(.nextQuestion) }
    if case .pair = item.opened?.dossier.item.payload { ids.append(.swap) }
    if model.unavailable(.followPrecedent) == nil { ids.append(.followPrecedent) }
    ids.append(.reason)
    if model.unavailable(.cite) == nil { ids.append(.cite) }
    return ids + [.note, .skip, .escalate, .undo]
  }

  private static func hint(_ id: CommandID, _ model: Model) -> Hint? {
    let reason = model.unavailable(id)
    var text = SafeText(CommandTable.command(id).title)
    var key = model.start.keymap.name(for: id)
    switch id {
    case .apply:
      guard !model.tags.isEmpty else { break }
      text = "do to \(Figures.count(model.tags.count))"
    case .adopt:
      let count = min(9, model.item?.contest.entries.count ?? 0)
      let kind = model.item?.contest.kind
      if kind == .number {
        key = "0-9"
        text = "number"
      } else if key == "1", count > 1 {
        key = "1-\(count)"
        text = kind == .labels ? "choose" : "adopt"
      }
    case .confirm:
      let isNumber = model.item?.contest.kind == .number
      text = model.item?.draft.first != nil ? "keep" : isNumber ? "median" : "rule"
    case .alike:
      let count = model.alike?.units?.found.count ?? 0
      text =
        "\(Figures.count(count)) more like \(SafeText(model.alike?.name ?? "").clipped(to: 12))"
    case .back: text = model.isHome ? "quit" : "back"
    case .noneOfThese:
      if model.configuration.task == .preference { text = "neither" }
    case .importFile: key = key ?? ":import"
    case .editSettings: key = key ?? ":settings"
    default: text = model.placeScreen?.title(id) ?? text
    }
    guard let key else { return nil }
    return Hint(key: SafeText(key), text: text, unavailable: reason)
  }
}
