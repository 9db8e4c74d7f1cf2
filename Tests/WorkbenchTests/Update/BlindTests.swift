import Domain
import Screen
import Testing
import Workbench

@Suite struct BlindTests {
  private var scene: Scene {
    var scene = Scene.letters
    scene.blind = .votes
    return scene
  }

  private func decision(_ effects: [Effect]) -> Decision? {
    for case .record(let recording) in effects {
      if case .rule(let decision)? = recording.commands.first { return decision }
    }
    return nil
  }

  @Test func `the first digit is a durable draft, and opens the contest`() throws {
    var model = scene.showing("L-031")
    #expect(model.hidesVotes)
    let effects = model.press("1")
    let first = try #require(model.item?.contest.entries.first?.value)
    var draft = Draft()
    draft.first = .value(first)
    #expect(effects == [.saveDraft(scene.rows[0].unit, draft)])
    #expect(!model.hidesVotes)
    #expect(model.pending.isEmpty, "no event is made by the first verdict")
  }

  @Test func `Enter keeps the first verdict, one event holds both`() throws {
    var model = scene.showing("L-031")
    model.press("1")
    let first = try #require(model.item?.contest.entries.first?.value)
    let made = try #require(decision(model.press("Enter")))
    #expect(made.outcome == .value(first))
    #expect(made.first == .value(first))
    #expect(made.votesSeen == .afterFirstVerdict)
    #expect(made.orderSeed == model.item?.contest.seed)
  }

  @Test func `another digit changes the verdict and keeps the first on record`() throws {
    var model = scene.showing("L-031")
    model.press("1")
    let entries = try #require(model.item?.contest.entries)
    let made = try #require(decision(model.press("3")))
    #expect(made.outcome == .value(entries[2].value))
    #expect(made.first == .value(entries[0].value))
  }

  @Test func `escalating needs no verdict of one's own`() throws {
    var model = scene.showing("L-031")
    let made = try #require(decision(model.press("!")))
    #expect(made.outcome == .escalated)
    #expect(made.votesSeen == .never)
    #expect(made.first == nil)
  }

  @Test func `nothing on screen tells the votes before the first verdict`() {
    for size in [(40, 12), (80, 24), (120, 40)] {
      var sized = scene
      sized.size = Size(width: size.0, height: size.1)
      // The same item with other votes must look the same.
      var other = sized
      other.rows = []
      other.dossiers = [:]
      other.summary = Scene(sized.configuration).summary
      for row in sized.rows {
        guard let dossier = sized.dossiers[row.unit.item] else { continue }
        let votes = (dossier.units.first?.ratings ?? []).map { entry in
          Vote(
            by: entry.rating.annotator?.text ?? "", value: .label("error"),
            origin: entry.rating.origin, note: "another note")
        }
        other.add(
          row.unit.item, dossier.item.payload, slices: dossier.item.slices, votes: votes,
          tier: row.tier, gain: row.gain, due: nil
        ) {
          $0.due = row.due
          $0.isFlagged = row.isFlagged
          $0.lease = row.lease
        }
      }
      other.summary = sized.summary
      #expect(sized.showing("L-031").drawn == other.showing("L-031").drawn)
      let mine = sized.rows.filter { $0.ratings == $0.groups.reduce(0) { $0 + $1.votes } }
      #expect(mine.count > 5)
      var list = sized
      list.rows = mine
      var otherList = other
      otherList.rows = other.rows.filter { row in mine.contains { $0.unit == row.unit } }
      #expect(list.ready.drawn == otherList.ready.drawn)
    }
  }

  @Test func `numbers that were given are not on screen before one's own`() {
    var marks = Scene.marks
    marks.blind = .votes
    var model = marks.showing("cup 12")
    let texts = { (model: Model) in (3..<23).map { model.drawn.text(ofRow: $0) }.joined() }
    #expect(!texts(model).contains("3.5"))
    model.type("4")
    model.press("Enter")
    #expect(texts(model).contains("3.5"))
  }

  @Test func `votes stay closed to v until then`() {
    var model = scene.showing("L-031")
    model.press("v")
    #expect(model.overlay == nil)
    #expect(model.notice?.text == "votes: hidden until your first verdict")
    model.press("1", "v")
    #expect(model.overlay == .votes(offset: 0))
  }

  @Test func `letters and order follow from the seed, differ between items, and stay`() {
    let configuration = Scene.letters.configuration
    var orders: Set<[Value]> = []
    var letters: Set<[String]> = []
    for seed in 0..<40 {
      guard let dossier = scene.dossiers["L-031"], let unit = dossier.units.first else { return }
      var blind = configuration
      blind.blind = .votes
      let contest = Contest(of: unit, in: dossier, configuration: blind, seed: UInt64(seed))
      let again = Contest(of: unit, in: dossier, configuration: blind, seed: UInt64(seed))
      #expect(contest == again)
      orders.insert(contest.entries.map(\.value))
      blind.blind = .names
      let open = Contest(of: unit, in: dossier, configuration: blind, seed: UInt64(seed))
      #expect(open.entries.map(\.value) == configuration.labels.map { .label($0.id) })
      letters.insert(open.entries.flatMap(\.voters))
      #expect(Set(open.entries.flatMap(\.voters)) == ["A", "B", "C", "D", "E"])
    }
    #expect(orders.count > 10)
    #expect(letters.count > 10)
  }

  @Test func `names stand where blinding is off`() {
    var open = Scene.letters
    open.blind = .off
    let voters = open.showing("L-031").item?.contest.entries.flatMap(\.voters)
    #expect(Set(voters ?? []) == ["ann", "bo", "cem", "dot", "eve"])
  }

  @Test func `models and those who declined are not counted`() throws {
    let model = Scene.letters.showing("L-204")
    let contest = try #require(model.item?.contest)
    #expect(contest.people == 3)
    let thanks = try #require(contest.entries.first { $0.value == .label("thanks") })
    #expect(thanks.votes == 1)
    #expect(thanks.voters.last == "◆")
    #expect(contest.abstained.count == 1)
  }
}
