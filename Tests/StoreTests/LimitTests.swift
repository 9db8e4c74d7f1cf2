import Domain
import Store
import Testing

/// Every term of the limit language, as SQL and as the predicate it stands for.
@Suite struct LimitTests {
  private static let terms = [
    "label:car", "label:van", "label:é", "label:nothing", "pair:car/van", "pair:van/bus",
    "agree<0.6", "agree<=0.5", "agree>0.3", "agree>=1", "agree=1", "agree=0", "agree=0.5",
    "gain<1", "gain>0.5", "gain>=0.25", "gain<=2", "gain=0", "ratings<2", "ratings>2",
    "ratings>=3", "ratings<=0", "ratings=1", "age<1d", "age<=0d", "age>0d", "age>=2d", "age=1d",
    "age=0d", "age>999999999999999d", "age<999999999999999d", "slice.lang:en", "slice.lang:*",
    "slice.lang:e", "slice.none:*", "note:*", "note:NOTE", "note:absent", "by:a1", "by:a4",
    "by:nobody", "tier:high", "tier:low", "tier:none", "question:label", "question:tone",
    "item:I1", "item:*", "item:%", "item:_", "flag:*", "tag:*", "route:1", "route:2", "route:9",
    "text:one", "text:ANOTHER", "\"e te\"", "text:%", "text:_", "status:open", "status:ruled",
    "status:agreed", "status:single", "status:unrated", "status:escalated", "status:doubted",
    "anything",
    "status:*", "twice:car", "twice:van", "twice:1", "value:car", "value:é", "value:2.5", "value:1",
    "value:nothing", "said:a1/car",
    "said:a2/van", "said:a4/bus", "said:nobody/car", "disagree:a1/a2", "disagree:a2/a1",
    "disagree:a1/a4", "disagree:a1/a1", "alone:a1", "alone:a2", "alone:a3", "alone:nobody",
    "ruled:*", "ruled:car", "ruled:van", "ruled:nothing", "batch:1", "batch:3", "batch:999",
    "week:*", "week:2026-W01", "week:2026-W12", "version:0", "version:1", "version:2", "version:99",
  ]

  @Test(arguments: [UInt64](21...24))
  func `a limit finds in the tables what it finds among subjects`(seed: UInt64) throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: seed.isMultiple(of: 2) ? "tiers" : "plain")
    var history = RandomHistory(seed: seed, project: project)
    for _ in 0..<70 { try history.step() }
    let index = try project.open()
    try index.catchUp()
    let now = project.clock.advanced(days: 1)
    let all = try units(index, project, now: now)
    try #require(all.count > 10)
    let tagged = Set(all.prefix(4).map(\.unit))
    for term in Self.terms {
      for text in [term, "-" + term] where !term.hasPrefix("\"") || text == term {
        let limit = try LimitParser.parse(text)
        let widened = ["status:", "ruled:"].contains { term.hasPrefix($0) }
        let expected = all.filter { subject in
          guard widened || subject.status.isQueued else {
            return false
          }
          var subject = subject
          subject.isTagged = tagged.contains(subject.unit)
          return limit.matches(subject)
        }
        let query = QueueQuery(limit: limit, order: .item, tagged: tagged, now: now)
        let found = try index.page(query, offset: 0, count: 1000)
        #expect(found.rows.map(\.unit) == expected.map(\.unit).sorted(), "\(text)")
        #expect(found.total == expected.count, "\(text)")
        let overdue = found.rows.filter { ($0.due.map { $0 < now } ?? false) }.count
        #expect(found.overdue == overdue, "\(text)")
      }
    }
  }

  @Test func `terms join by and`() throws {
    let project = try TestProject(configurations: RandomHistory.configurations)
    try project.begin(configuration: "plain")
    var history = RandomHistory(seed: 31, project: project)
    for _ in 0..<60 { try history.step() }
    let index = try project.open()
    try index.catchUp()
    let all = try units(index, project, now: project.clock)
    for text in [
      "label:car -label:van", "agree<0.9 by:a1", "note:* status:open", "-text:one ratings>2",
    ] {
      let limit = try LimitParser.parse(text)
      let expected = all.filter { limit.matches($0) && (text.contains("status") || $0.isOpen) }
      let query = QueueQuery(limit: limit, order: .item, now: project.clock)
      #expect(
        try index.page(query, offset: 0, count: 1000).rows.map(\.unit)
          == expected.map(\.unit).sorted(), "\(text)")
    }
  }

  /// Put together from what a person is shown, by other ways than the tables' own.
  private func units(
    _ index: ProjectIndex, _ project: TestProject, now: Instant
  ) throws -> [LimitSubject] {
    let versions = project.versions()
    var subjects: [LimitSubject] = []
    var items: Set<ItemID> = []
    try index.visitUnits { unit in
      items.insert(unit.item.id)
      return true
    }
    for id in items.sorted() {
      guard let dossier = try index.dossier(id, now: now) else { continue }
      subjects += dossier.units.map { subject(of: $0, in: dossier.item, versions, now: now) }
    }
    return subjects
  }

  private func subject(
    of unit: UnitDossier, in item: Item, _ versions: [Int: Int], now: Instant
  ) -> LimitSubject {
    let row = unit.row
    let inForce = unit.ratings.filter(\.isInForce).map(\.rating)
    var subject = LimitSubject(unit: row.unit)
    subject.labels = row.groups.flatMap(\.value.mentionedLabels)
    subject.agreement = row.agreement.flatMap { Number(String($0)) }
    subject.gain = Number(String(row.gain))
    subject.ratings = row.groups.reduce(0) { $0 + $1.votes }
    subject.ageInDays = now.days(since: row.since)
    subject.slices = item.slices
    subject.notes = inForce.compactMap(\.note)
    subject.annotators = inForce.filter { $0.origin == .person }.compactMap(\.annotator)
    subject.tier = row.tier
    subject.isFlagged = row.isFlagged
    subject.status = row.status
    subject.route = row.route
    let votes = Self.votes(inForce)
    subject.votes = votes.map { LabelID($0.value.name) }
    subject.said = votes.compactMap { vote in
      vote.annotator.map { LimitSubject.Said($0, LabelID(vote.value.name)) }
    }
    if row.standing?.status == .ruled, let value = row.standing?.outcome.value {
      subject.ruled = LabelID(value.name)
    }
    subject.lastBatch = unit.ratings.filter { $0.isInForce && votes.contains($0.rating) }
      .map(\.reference.batch).max()
    subject.version = unit.ratings.filter { $0.isInForce && votes.contains($0.rating) }
      .compactMap { versions[$0.reference.batch] }.max()
    subject.week = votes.compactMap(\.at).max().map { Week($0) }
    if case .text(let text) = item.payload { subject.text = text }
    return subject
  }
}

extension LimitTests {
  /// People's, no abstentions, of each annotator the last round.
  private static func votes(_ ratings: [Rating]) -> [Rating] {
    let people = ratings.filter { $0.origin == .person }
    return people.filter { rating in
      guard rating.value != .abstained else { return false }
      guard let annotator = rating.annotator else { return true }
      let rounds = people.filter { $0.annotator == annotator }.map { Int($0.round ?? "") ?? -1 }
      return (Int(rating.round ?? "") ?? -1) == rounds.max()
    }
  }
}

extension LimitSubject {
  var isOpen: Bool { status.isQueued }
}
