import Domain
import Foundation
import Screen
import TestSupport
import Testing
import Workbench

/// How far our queue is from the pictures it was designed by, shown with the very same content.
@Suite struct TargetScreenTests {
  /// The most cells that may read differently: hints for places that are yet to come, columns that
  /// keep two cells apart, and how many rows are shown, which the smaller pictures leave out.
  @Test(arguments: [("queue-80x24", 96), ("queue-120x40", 160), ("queue-40x12", 36)])
  func `the queue looks like its picture`(name: String, limit: Int) throws {
    guard let table = try target("queue-120x40"), let target = try target(name) else { return }
    var scene = scene(of: table)
    scene.size = target.size
    var model = scene.ready
    _ = update(
      &model,
      .pageLoaded(
        QueuePage(rows: scene.rows, total: 164, overdue: 3), generation: model.queue.generation))
    let drawn = ScreenFile(model.drawn, about: "")
    let count = drawn.differingCellCount(from: target)
    print("\(name): \(count) of \(target.size.width * target.size.height) cells differ")
    #expect(count <= limit, "\(drawn.text)")
  }

  private func target(_ name: String) throws -> ScreenFile? {
    guard let bytes = try SharedFixtures.bytes("reference/look/\(name).screen") else { return nil }
    return ScreenFile(parsing: String(decoding: bytes, as: UTF8.self))
  }

  /// The content of a picture of the queue, read out of its columns.
  private func scene(of table: ScreenFile) -> Scene {
    let texts = table.layers[0].map {
      Array($0.padding(toLength: 120, withPad: " ", startingAt: 0))
    }
    let roles = table.layers[1].map {
      Array($0.padding(toLength: 120, withPad: " ", startingAt: 0))
    }
    func cut(_ row: [Character], _ range: Range<Int>) -> String {
      String(row[range]).trimmingCharacters(in: .whitespaces)
    }
    var names: [Character: String] = [:]
    let lines = 5..<37
    for row in lines {
      names[roles[row][10]] = cut(texts[row], 11..<23)
      names[roles[row][24]] = cut(texts[row], 25..<38)
    }
    let labels = names.keys.sorted().compactMap { key in
      names[key].map { LabelDefinition(id: LabelID(String(key)), name: $0) }
    }
    let project = cut(texts[0], 1..<60).components(separatedBy: " ")[0]
    var configuration = ProjectConfiguration(name: project, labels: labels)
    configuration.tiers = [
      Tier(id: "high", cost: Number(5), dueDays: 11), Tier(id: "mid", cost: Number(2)),
      Tier(id: "low", cost: Number(1)),
    ]
    var scene = Scene(configuration)
    scene.me = Member(id: "rev-2", user: "rev-2", roles: [.adjudicator])
    scene.summary.guidelineVersion = 3
    scene.summary.head = 1204
    for row in lines {
      add(texts[row], roles[row], isFirst: row == 5, texts, to: &scene)
    }
    scene.summary.statuses = [.open: 164]
    scene.summary.tiers = [
      TierCount(tier: "high", open: 31, overdue: 2), TierCount(tier: "mid", open: 45, overdue: 1),
      TierCount(tier: "low", open: 88, overdue: 0),
    ]
    scene.summary.settledByDay = [12, 18, 6, 26]
    return scene
  }

  private func add(
    _ text: [Character], _ roles: [Character], isFirst: Bool, _ all: [[Character]],
    to scene: inout Scene
  ) {
    func cut(_ row: [Character], _ range: Range<Int>) -> String {
      String(row[range]).trimmingCharacters(in: .whitespaces)
    }
    let side = { (rows: Range<Int>) in
      rows.map { cut(all[$0], 82..<120) }.joined(separator: " ")
    }
    // On a row that is held by another the picture's dots are dim but for their labels.
    let dots = (39..<48).filter { text[$0] == "●" }
    let votes = dots.enumerated().map { index, column in
      Vote.label("a\(index)", String(roles[column]))
    }
    let due = cut(text, 70..<77)
    let days = Int(
      due.replacingOccurrences(of: "−", with: "-").replacingOccurrences(of: " d", with: ""))
    let glyph = text[1]
    let id = ItemID(cut(text, 3..<9))
    scene.add(
      id, .fields([Field(name: "one", text: side(5..<8)), Field(name: "two", text: side(9..<11))]),
      slices: [Slice(key: "domain", value: "news")], votes: votes,
      tier: TierID(cut(text, 65..<70)), gain: Double("0" + cut(text, 56..<61)) ?? 0
    ) { row in
      row.agreement = Double("0" + cut(text, 49..<54))
      row.wrong = 0.55
      row.since = Scene.start.advanced(days: -2)
      row.groups =
        [String(roles[10]), String(roles[24])].map { label in
          VoteGroup(
            value: .label(LabelID(label)),
            votes: row.groups.first { $0.value == .label(LabelID(label)) }?.votes ?? 0)
        }
        + row.groups.filter {
          ![roles[10], roles[24]].map { .label(LabelID(String($0))) }.contains($0.value)
        }
      row.isFlagged = glyph == "!"
      row.due = days.map {
        Instant(milliseconds: Scene.start.advanced(days: $0).milliseconds + 3_600_000)
      }
      if glyph == "@" {
        row.lease = Lease(
          unit: row.unit, holder: MemberID(due), until: Scene.start.advanced(days: 1), fence: 0)
      }
    }
    if glyph == "*" { scene.resumed.tags.insert(UnitID(item: id)) }
  }
}
