import Domain
import GRDB

/// Takes one batch into the tables, item by item, in bounded memory.
///
/// The batch's row must stand in `batch`. Records come in the order of batches; all that is kept of
/// them is the item at hand.
struct BatchIngest {
  private let number: Int
  private let policy: BatchPolicy
  private let items: ItemTable
  private let ratings: RatingTable
  /// Where nothing was imported before, nothing needs to be looked up.
  private let isFirst: Bool
  private var session: DerivingSession
  private let given: GivenValues
  private var group: Group?
  private var sources: Set<String?> = []
  private var origins: Set<Origin> = []
  private var counts = ImportCounts()
  private var shaken = ShakenRulings()

  /// The records of one item.
  private struct Group {
    let item: ItemID
    var record: Item?
    var ratings: [Coming] = []
  }

  private struct Coming {
    let rating: Rating
    let ordinal: Int
  }

  init(_ session: DerivingSession, number: Int, policy: BatchPolicy) throws {
    self.session = session
    self.number = number
    self.policy = policy
    given = GivenValues(session.reading, batch: number)
    items = try ItemTable(session.database)
    ratings = try RatingTable(session.database)
    isFirst =
      try Int.fetchOne(session.database, sql: "SELECT 1 FROM item LIMIT 1") == nil
  }

  mutating func take(_ record: BatchRecord) throws {
    switch record {
    case .item(let item):
      try begin(item.id)
      group?.record = item
    case .rating(let rating, let ordinal):
      try begin(rating.unit.item)
      group?.ratings.append(Coming(rating: rating, ordinal: ordinal))
    }
  }

  /// Writes what is left, and the differences.
  mutating func finish() throws -> ImportCounts {
    if let group { try write(group) }
    group = nil
    if policy.extent == .everything { try retractAbsent() }
    counts.rulingsDoubted = try shaken.settle(batch: number, ratings, &session)
    try session.refreshStale()
    try session.flush()
    return counts
  }

  private mutating func begin(_ item: ItemID) throws {
    if let group {
      if group.item == item { return }
      try write(group)
    }
    group = Group(item: item)
  }

  private mutating func write(_ group: Group) throws {
    let stored = isFirst ? nil : try items.find(group.item)
    var touched = false
    let id: Int64
    if let stored {
      id = stored.id
      if let record = group.record {
        touched = try update(stored, to: record)
        if touched { counts.itemsChanged += 1 }
      }
    } else {
      id = try items.insert(group.record ?? Item(id: group.item, payload: .none), number)
      try session.writer.cuts.book.remember(group.record?.slices ?? [], of: id)
      session.writer.sheet.add(1, to: .items)
      counts.itemsNew += 1
      touched = true
    }
    sources.insert(group.record?.source ?? stored?.source)
    var start = 0
    while start < group.ratings.count {
      let name = group.ratings[start].rating.unit
      var end = start + 1
      while end < group.ratings.count, group.ratings[end].rating.unit.question == name.question {
        end += 1
      }
      let changed = try write(
        group.ratings[start..<end], name: name, item: id, isNewItem: stored == nil)
      touched = touched || changed
      start = end
    }
    if touched, stored != nil { try touch(id) }
  }

  private mutating func update(_ stored: ItemTable.Stored, to record: Item) throws -> Bool {
    let slices = try session.writer.cuts.book.slices(of: stored.id)
    let isChanged = try items.update(stored, to: record, batch: number)
    guard isChanged else { return false }
    try session.writer.moveSlices(of: stored.id, from: slices)
    if record.payload != .none, let before = StoredText.payload(stored.payload) {
      try session.writer.precedents.move(stored.id, from: before, to: record.payload)
    }
    return true
  }

  /// Writes the ratings of one unit, and its row where something changed.
  private mutating func write(
    _ coming: ArraySlice<Coming>, name: UnitID, item: Int64, isNewItem: Bool
  ) throws -> Bool {
    let question = try session.book.question(name.question)
    var arriving: [StoredRating] = []
    arriving.reserveCapacity(coming.count)
    let coming = coming.sorted { $0.ordinal < $1.ordinal }
    for record in coming {
      arriving.append(try stored(record, question: question))
      origins.insert(record.rating.origin)
    }
    let standing = isNewItem ? [] : try ratings.inForce(item: item, question: question)
    let merged = RatingsInForce(
      standing: standing, coming: arriving, repeats: policy.repeats)
    let votes = merged.kept.votes
    var counted: Set<Int> = []
    for vote in votes where vote.batch == number { counted.insert(vote.ordinal) }
    for (record, rating) in zip(coming, arriving) {
      try ratings.insert(
        rating, milliseconds: record.rating.milliseconds, item: item, question: question,
        inForce: merged.arrived.contains(rating.ordinal),
        isVote: counted.contains(rating.ordinal))
    }
    try retire(standing, notIn: merged.kept, item: item, question: question)
    counts.ratingsNew += merged.new
    counts.ratingsChanged += merged.changed
    counts.ratingsGone += merged.gone
    // Answers to trials count nowhere: who rules on the unit has seen all that matters.
    if arriving.allSatisfy({ $0.origin == .trial }), try unit(item, question) != nil {
      return false
    }
    guard merged.isChange else {
      try move(item: item, question: question, to: votes)
      return false
    }
    // Those that the batch brought were written as what they are.
    try mark(
      votes.filter { $0.batch != number }, from: standing.votes, among: merged.kept, item: item,
      question: question)
    try settle(
      name, item: item, question: question, from: standing, to: merged.kept, isNew: isNewItem)
    return true
  }

  private func stored(_ record: Coming, question: Int64) throws -> StoredRating {
    let rating = record.rating
    let value = given.read(rating.value)
    let entry = try session.book.entry(value)
    let isAbstained = value == .abstained
    if rating.origin == .person, !isAbstained {
      try session.book.note(entry.vote, under: question)
    }
    return StoredRating(
      batch: number, ordinal: record.ordinal,
      annotator: try session.book.annotator(rating.annotator),
      value: entry.id, vote: entry.vote, isAbstained: isAbstained, origin: rating.origin,
      round: rating.round, at: rating.at?.milliseconds, confidence: rating.confidence?.source,
      note: rating.note, isFlagged: rating.isFlagged,
      given: value == rating.value ? nil : try session.book.entry(rating.value).id)
  }

  private func retire(
    _ standing: [StoredRating], notIn kept: [StoredRating], item: Int64, question: Int64
  ) throws {
    for rating in standing where !kept.contains(where: rating.isSame) {
      try ratings.retire(rating, item: item, question: question)
    }
  }

  /// Writes a unit's row and moves the sums to its new votes.
  private mutating func settle(
    _ name: UnitID, item: Int64, question: Int64, from old: [StoredRating],
    to new: [StoredRating], isNew: Bool
  ) throws {
    let votes = new.votes
    session.sums.add(old.votes, question: question, times: -1)
    session.sums.add(votes, question: question, times: 1)
    let counted = try counts(votes)
    let isFlagged = new.contains { $0.isFlagged && $0.origin != .trial }
    let known = isNew ? nil : try unit(item, question)
    if let known {
      let byMember = try Bool.fetchOne(
        session.database.cachedStatement(sql: "SELECT is_raised FROM flag WHERE unit = ?"),
        arguments: [known])
      let versions = session.versions
      try session.refresh(known) { unit in
        shaken.note(unit, votes: old.votes)
        unit.votes = counted
        unit.isFlagged = byMember ?? isFlagged
        unit.batch = number
        try unit.setLatest(of: votes, versions)
      }
    } else {
      var unit = UnitRecord(
        item: item, question: question, name: name, project: session.project, batch: number)
      unit.votes = counted
      unit.isFlagged = isFlagged
      try unit.setLatest(of: votes, session.versions)
      try session.deriver.refresh(&unit, seats: [:])
      try session.writer.insert(&unit)
    }
  }

  /// Moves a unit that says what it said before to where its newest votes came from.
  private mutating func move(item: Int64, question: Int64, to votes: [StoredRating]) throws {
    guard let known = try unit(item, question), let old = try UnitRecord.fetch(known, session.book)
    else { return }
    var new = old
    try new.setLatest(of: votes, session.versions)
    guard
      new.lastBatch != old.lastBatch || new.lastWeek != old.lastWeek
        || new.lastVersion != old.lastVersion
    else { return }
    let versions = session.versions
    try session.refresh(known) { try $0.setLatest(of: votes, versions) }
  }

  /// The number of a unit that is there.
  private func unit(_ item: Int64, _ question: Int64) throws -> Int64? {
    try Int64.fetchOne(
      session.database.cachedStatement(sql: "SELECT id FROM unit WHERE item = ? AND question = ?"),
      arguments: [item, question])
  }

  /// Says of ratings that stood before whether they count now; `kept` are in force.
  private func mark(
    _ votes: [StoredRating], from before: [StoredRating], among kept: [StoredRating], item: Int64,
    question: Int64
  ) throws {
    for vote in votes where !before.contains(where: vote.isSame) {
      try ratings.mark(vote, isVote: true, item: item, question: question)
    }
    for vote in before
    where !votes.contains(where: vote.isSame) && kept.contains(where: vote.isSame) {
      try ratings.mark(vote, isVote: false, item: item, question: question)
    }
  }

  private func counts(_ votes: [StoredRating]) throws -> [VoteCount] {
    var counted: [VoteCount] = []
    for vote in votes {
      if let index = counted.firstIndex(where: { $0.value.id == vote.vote }) {
        counted[index].votes += 1
      } else {
        counted.append(VoteCount(value: try session.book.vote(vote.vote), votes: 1))
      }
    }
    return counted
  }

  /// Moves an item, and all its units, to this batch.
  private mutating func touch(_ item: Int64) throws {
    try items.touch(item, batch: number)
    let older = try Int64.fetchAll(
      session.database.cachedStatement(sql: "SELECT id FROM unit WHERE item = ? AND batch < ?"),
      arguments: [item, number])
    for unit in older {
      try session.refresh(unit) { $0.batch = number }
    }
  }

  /// Retracts what an import of everything no longer holds, of the sources and origins that it has.
  private mutating func retractAbsent() throws {
    let places = try Row.fetchAll(
      session.database,
      sql: """
        SELECT DISTINCT u.item, u.question, u.item_name, u.question_name, i.source
        FROM rating r JOIN item i ON i.id = r.item
          JOIN unit u ON u.item = r.item AND u.question = r.question
        WHERE r.in_force = 1 AND r.batch < ?
        ORDER BY u.id
        """, arguments: [number])
    for place in places where sources.contains(place[4] as String?) {
      let (item, question): (Int64, Int64) = (place[0], place[1])
      let standing = try ratings.inForce(item: item, question: question)
      let kept = standing.filter { $0.batch == number || !origins.contains($0.origin) }
      guard kept.count < standing.count else { continue }
      counts.ratingsGone += standing.count - kept.count
      try retire(standing, notIn: kept, item: item, question: question)
      try mark(kept.votes, from: standing.votes, among: kept, item: item, question: question)
      let name = UnitID(item: ItemID(place[2]), question: QuestionID(place[3]))
      try settle(name, item: item, question: question, from: standing, to: kept, isNew: false)
      try touch(item)
    }
  }
}
