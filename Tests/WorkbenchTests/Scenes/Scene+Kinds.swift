import Domain
import Screen
import Workbench

extension Scene {
  /// Cups of tea, marked from 0 to 10.
  static var marks: Scene {
    var scene = Scene(ProjectConfiguration(name: "tea-marks", task: .number))
    let marks: [(String, String)] = [
      ("ann", "7"), ("bo", "3.5"), ("cem", "7"), ("dot", "8"), ("eve", "-1"),
    ]
    scene.add(
      "cup 12",
      .conversation([
        Turn(speaker: "host", text: "This one steeped for nine minutes. Be honest."),
        Turn(speaker: "guest", text: "It tastes of hay and of the summer after which one mows it."),
      ]),
      votes: marks.compactMap { by, text in
        Number(text).map { Vote(by: by, value: .number($0)) }
      }, gain: 0.61)
    return scene
  }

  /// Songs, each with as many moods as fit.
  static var moods: Scene {
    let labels = ["calm", "bright", "sad", "wild", "solemn"].map {
      LabelDefinition(id: LabelID($0))
    }
    var scene = Scene(ProjectConfiguration(name: "song-moods", task: .labels, labels: labels))
    scene.add(
      "song 3", .image(ImageReference(path: "covers/3.png", width: 640, height: 480)),
      votes: [
        Vote(by: "ann", value: .labels(of: ["calm", "sad"])),
        Vote(by: "bo", value: .labels(of: ["calm"])),
        Vote(by: "cem", value: .labels(of: ["wild", "bright"])),
      ], gain: 0.8)
    return scene
  }

  /// Finds from a dig: sixty kinds in twelve families.
  static var finds: Scene {
    var labels: [LabelDefinition] = []
    for family in 1...12 {
      let parent = LabelID("family-\(family)")
      labels.append(LabelDefinition(id: parent, name: "family \(family)"))
      for kind in 1...4 {
        labels.append(
          LabelDefinition(
            id: LabelID("k\(family)-\(kind)"), name: "kind \(family).\(kind)", parent: parent))
      }
    }
    var scene = Scene(ProjectConfiguration(name: "dig-finds", labels: labels))
    scene.add(
      "F-1", .none,
      votes: [
        .label("ann", "k2-3"), .label("bo", "k9-1"), .label("cem", "k11-4"), .label("dot", "k2-3"),
      ], gain: 0.5)
    return scene
  }

  /// The letters, with a past: rulings on the same pair, flags, a ruling that was taken back.
  static var past: Scene { past(alike: [0.83, 0.34]) }

  /// - Parameter likeness: how alike the two rulings' texts are; nil where nothing has words.
  static func past(alike likeness: [Double?]) -> Scene {
    var scene = Scene.letters
    guard let dossier = scene.dossiers["L-031"], let unit = dossier.units.first else {
      return scene
    }
    let seat = SeatID(unit: unit.facts.id, seat: .main)
    var first = Decision(
      seatID: seat, base: -1, batch: 1, outcome: .value(.label("sick")))
    first.reason = "the cure is what she needs"
    first.rationale = "Mildew is named on page 4 of the guideline."
    first.first = .value(.label("ask"))
    let bodies: [EventBody] = [
      .flag(Remark(unit: unit.facts.id, text: "both, I think")), .decision(first),
      .withdraw(Withdrawal(seatID: seat, base: 121)),
      .comment(Remark(unit: unit.facts.id, text: "Ask Jonas\u{1B}[5m about double wishes.")),
    ]
    let history = bodies.enumerated().map { index, body in
      Event(
        seq: 120 + index, previous: .zero, hash: .zero,
        draft: EventDraft(
          operation: OperationID(high: 0, low: UInt64(index)),
          at: Scene.start.advanced(days: -2 + index / 2), actor: index == 0 ? "jonas" : "mara",
          isSandbox: false, body: body))
    }
    let precedents = [
      Precedent(
        seq: 99, unit: UnitID(item: "L-002"), outcome: .value(.label("sick")),
        by: "jonas", at: Scene.start.advanced(days: -3), cites: ["R-0001"],
        reason: "the cure is what she needs",
        rationale: "She names the pest herself.", likeness: likeness[0]),
      Precedent(
        seq: 41, unit: UnitID(item: "L-019"), outcome: .ambiguous,
        by: "mara", at: Scene.start.advanced(days: -12), cites: [], likeness: likeness[1]),
    ]
    scene.dossiers["L-031"] = Dossier(
      item: dossier.item,
      units: [
        UnitDossier(
          facts: unit.facts, row: unit.row, rank: 1, ratings: unit.ratings, history: history,
          precedents: precedents)
      ])
    return scene
  }

  /// A project into which nothing was imported.
  static var empty: Scene {
    var scene = Scene(Scene.letters.configuration)
    scene.summary = ProjectSummary()
    scene.summary.head = 1
    return scene
  }
}
