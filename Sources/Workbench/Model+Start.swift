package import Domain

extension Model {
  /// The model before anything was read.
  package init(_ start: Start) {
    self.start = start
    configuration = start.configuration
    look = LabelLook(start.configuration)
    members = start.members
    configurationDiffers = start.configurationDiffers
    size = start.size
    now = start.startedAt
    theme = start.theme
    tags = start.resumed.tags
    pipes = start.resumed.pipes
    drafts = start.drafts
    for form in start.forms { forms[form.target] = form }
    savedLimits = start.resumed.savedLimits
    history = PromptHistory()
    for limit in start.resumed.recentLimits.reversed() { history.note(limit, for: .limit) }
    let order = start.resumed.order ?? .policy(start.configuration.queue.policy)
    queue = QueueModel(
      limitText: "", limit: .all, order: order,
      wanted: start.resumed.open ?? start.resumed.cursor)
    let grouping = start.resumed.grouping
    if GroupingWords.leak(in: grouping, configuration) == nil { queue.grouping = grouping }
    if let limit = try? LimitParser.parse(start.resumed.limit) {
      queue.limitText = start.resumed.limit
      queue.limit = limit
    }
  }

  /// The model that begins a session, and what it has to be given: sums, one page of rows, and the item
  /// that was open when the last session ended.
  package static func begin(_ start: Start) -> (model: Model, effects: [Effect]) {
    var model = Model(start)
    var effects: [Effect] = [.loadSummary]
    effects += model.loadList()
    if let unit = start.resumed.open { effects += model.openItem(unit) }
    return (model, effects)
  }

  /// What is to be kept for the next session.
  package var state: SessionState {
    var state = SessionState()
    state.cursor = queue.current?.unit ?? queue.wanted
    state.open = place == .item ? item?.unit : nil
    state.limit = dropped ?? queue.limitText
    state.savedLimits = savedLimits
    state.recentLimits = Array(history[.limit].prefix(20))
    state.order = queue.order
    state.grouping = queue.grouping
    state.tags = tags
    state.pipes = pipes
    state.lastLook = start.startedAt
    return state
  }

  /// The list as it is to be asked for now.
  package var query: QueueQuery {
    QueueQuery(
      limit: queue.limit, order: queue.order, viewer: start.me?.id, tagged: tags, now: now,
      grouping: queue.grouping)
  }
}
