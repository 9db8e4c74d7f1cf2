import Domain
import Screen
import Workbench

/// A made-up project with a queue, as the workbench sees one: every answer comes from here.
struct Scene {
  static let start = moment("2026-03-02T09:00:00Z")

  var configuration: ProjectConfiguration
  var rows: [QueueRow] = []
  var dossiers: [ItemID: Dossier] = [:]
  var summary = ProjectSummary()
  var size = Size(width: 80, height: 24)
  var me = Member(id: "mara", user: "mara", roles: [.adjudicator])
  var blind = Blinding.names
  /// Rulings that contradict each other.
  var contradicting: [ContradictingPrecedents] = []
  /// Why rulings that cite a clause are in doubt where it changes.
  var doubtedFor = DoubtReason.cites
  var resumed = SessionState()
  var log: [LogEntry] = []
  /// What a ruling changes elsewhere.
  var effect: QueueEffect?

  static func moment(_ text: String) -> Instant {
    Instant(text) ?? Instant(milliseconds: 0)
  }

  init(_ configuration: ProjectConfiguration) {
    self.configuration = configuration
    summary.guidelineVersion = 2
    summary.batches = 1
    summary.annotators = 5
    summary.head = 211
  }

  var begin: Start {
    var configuration = configuration
    configuration.blind = blind
    var start = Start(
      configuration: configuration, members: [me], me: me, user: "mara", startedAt: Self.start,
      size: size)
    start.seed = 7
    start.themes = ["dark", "light", "high-contrast", "colour-blind-safe", "mono"]
    start.resumed = resumed
    return start
  }

  /// A model that has read its queue.
  var ready: Model {
    var model = Model.begin(begin).model
    let now = moment(minutes: 41)
    _ = update(&model, .clockTicked(now))
    _ = update(&model, .verified(.good(summary.head)))
    _ = update(&model, .summaryLoaded(summary))
    _ = update(&model, .pageLoaded(page, generation: model.queue.generation))
    if let unit = model.queue.current?.unit, let dossier = dossiers[unit.item] {
      _ = update(&model, .itemOpened(opened(dossier, unit.question), purpose: .preview))
    }
    return model
  }

  /// A model that shows an item.
  func showing(_ item: ItemID, question: QuestionID? = nil) -> Model {
    var model = ready
    guard let dossier = dossiers[item],
      let unit = question.map({ UnitID(item: item, question: $0) })
        ?? dossier.units.first?.facts.id
    else { return model }
    _ = model.openItemForTest(unit)
    _ = update(&model, .itemOpened(opened(dossier, unit.question), purpose: .show))
    _ = update(
      &model,
      .leaseAnswered(
        unit,
        .granted(
          Lease(unit: unit, holder: me.id, until: moment(minutes: 60), fence: 0), tookOver: nil)))
    _ = update(&model, .painted(model.now))
    return model
  }

  func opened(_ dossier: Dossier, _ question: QuestionID) -> OpenedItem {
    OpenedItem(dossier: dossier, question: question, head: summary.head)
  }

  var page: QueuePage {
    QueuePage(rows: rows, total: rows.count, overdue: summary.overdue)
  }

  func moment(minutes: Int) -> Instant {
    Instant(milliseconds: Self.start.milliseconds + Int64(minutes) * 60_000)
  }

  /// Adds an item with one question, its ratings and its row.
  mutating func add(
    _ id: ItemID, _ payload: Payload, slices: [Slice] = [], votes: [Vote], tier: TierID? = nil,
    gain: Double, due days: Int? = nil, question: QuestionID = .label,
    change: (inout QueueRow) -> Void = { _ in }
  ) {
    let unit = UnitID(item: id, question: question)
    let ratings = votes.enumerated().map { index, vote in
      RatingEntry(
        reference: RatingReference(batch: 1, ordinal: rows.count * 10 + index),
        rating: Rating(
          unit: unit, annotator: AnnotatorID(vote.by), value: vote.value, origin: vote.origin,
          note: vote.note),
        isInForce: true)
    }
    var row = QueueRow(
      handle: UnitHandle(raw: Int64(rows.count + 1)), unit: unit,
      since: Self.start.advanced(days: -4))
    let people = votes.filter { $0.origin == .person && $0.value != .abstained }
    var groups: [VoteGroup] = []
    for vote in people where !groups.contains(where: { $0.value == vote.value }) {
      groups.append(
        VoteGroup(value: vote.value, votes: people.count { $0.value == vote.value }))
    }
    row.groups = groups.sorted { $0.votes > $1.votes }
    row.ratings = votes.count
    let agreeing = groups.reduce(0) { $0 + $1.votes * ($1.votes - 1) }
    row.agreement =
      people.count > 1 ? Double(agreeing) / Double(people.count * (people.count - 1)) : nil
    row.wrong = 1 - Double(row.groups.first?.votes ?? 0) / Double(max(1, people.count)) + 0.1
    row.gain = gain
    row.tier = tier
    row.due = days.map { Self.start.advanced(days: $0) }
    row.status = .open
    change(&row)
    rows.append(row)
    let facts = UnitFacts(
      id: unit, newestBatch: 1, raters: votes.map { AnnotatorID($0.by) },
      kind: votes.first?.value.kind,
      labelsInUse: [], route: nil,
      seats: row.standing.map { [.main: $0] } ?? [:])
    let dossier = UnitDossier(
      facts: facts, row: row, rank: rows.count, ratings: ratings, history: [], precedents: [])
    let item = Item(id: id, payload: payload, slices: slices)
    let others = dossiers[id]?.units ?? []
    dossiers[id] = Dossier(item: item, units: others + [dossier])
    summary.items = dossiers.count
    summary.ratings += votes.count
    summary.statuses[.open, default: 0] += row.status == .open ? 1 : 0
    if let due = row.due, due < moment(minutes: 41) { summary.overdue += 1 }
    if !summary.questions.contains(question) { summary.questions.append(question) }
  }
}

/// What one annotator said.
struct Vote {
  let by: String
  let value: Value
  var origin = Origin.person
  var note: String?
}

extension Vote {
  static func label(_ by: String, _ label: String, note: String? = nil) -> Vote {
    Vote(by: by, value: .label(LabelID(label)), note: note)
  }
}

extension Model {
  mutating func openItemForTest(_ unit: UnitID) -> [Effect] {
    guard let index = queue.handles.firstIndex(where: { queue.rows[$0]?.unit == unit }) else {
      return update(&self, .itemMissing(unit.item))
    }
    queue.cursor = index
    return update(&self, .keyPressed(.enter, now))
  }

  /// Presses keys by their names, one after another.
  @discardableResult
  mutating func press(_ names: String...) -> [Effect] {
    names.flatMap { name in
      Key(name: name).map { update(&self, .keyPressed($0, now)) } ?? []
    }
  }

  /// Types a text, character by character.
  mutating func type(_ text: String) {
    for character in text { _ = update(&self, .keyPressed(.character(character), now)) }
  }

  /// The model as it is drawn.
  var drawn: Grid {
    var grid = Grid(size: size)
    view(self, into: &grid)
    return grid
  }
}

extension Grid {
  /// The rows as they read.
  var lines: [String] { (0..<size.height).map { text(ofRow: $0) } }
}
