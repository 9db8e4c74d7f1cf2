import Domain
import Screen
import TestSupport
import Testing
import Workbench

/// Both screens and the states around them, cell by cell.
@Suite struct GoldenTests {
  static let sizes = [
    Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 120, height: 40),
  ]

  /// What is shown, by name.
  enum Shot: String, CaseIterable {
    case queue = "queue/letters"
    case blindQueue = "queue/blind"
    case tagged = "queue/tagged"
    case empty = "queue/empty"
    case palette = "queue/palette"
    case limitError = "queue/limit-error"
    case confirm = "queue/confirm"
    case alarm = "queue/alarm"
    case differs = "queue/settings-differ"
    case grouped = "queue/grouped"
    case folded = "queue/folded"
    case apply = "queue/apply"
    case confirmApply = "queue/confirm-apply"
    case queueHelp = "queue/help"
    case blindHelp = "queue/help-blind"
    case eightLabels = "item/eight-labels"
    case swapped = "item/pair-swapped"
    case precedents = "item/precedents"
    case contradicting = "item/contradicting"
    case latestFirst = "item/precedents-without-words"
    case alike = "item/alike"
    case alikeToast = "item/alike-toast"
    case doubted = "item/doubted"
    case doubtedQueue = "queue/doubted"
    case newRatings = "item/new-ratings"
    case newRatingsQueue = "queue/new-ratings"
    case newRatingsWhy = "item/new-ratings-why"
    case drawnItem = "item/audit"
    case drawnQueue = "queue/audit"
    case conversation = "item/conversation"
    case longText = "item/long-text"
    case median = "item/median"
    case item = "item/fields"
    case comparedFields = "item/compared-fields"
    case hostile = "item/hostile"
    case japanese = "item/japanese"
    case toast = "item/toast"
    case ruled = "item/ruled"
    case help = "item/help"
    case votes = "item/votes"
    case history = "item/history"
    case pair = "item/pair"
    case blindPair = "item/pair-blind"
    case openedPair = "item/pair-first-verdict"
    case number = "item/number"
    case labelSet = "item/label-set"
    case manyLabels = "item/many-labels"
    case learnedQueue = "queue/learned"
    case learnedItem = "item/learned"
    case why = "item/why"
    case blindWhy = "item/why-blind"
    case changed = "item/changed"
    case changedToast = "item/changed-toast"

    func model(_ size: Size) -> Model {
      func sized(_ scene: Scene, blind: Blinding = .names) -> Scene {
        var scene = scene
        scene.size = size
        scene.blind = blind
        return scene
      }
      func after(_ model: Model, _ keys: String..., typing text: String = "") -> Model {
        var model = model
        for key in keys { model.press(key) }
        model.type(text)
        return model
      }
      let letters = sized(.past)
      switch self {
      case .queue: return letters.ready
      case .blindQueue: return sized(.letters, blind: .votes).ready
      case .tagged: return after(letters.ready, "t", "j", "t")
      case .empty: return sized(.empty).ready
      case .palette: return after(letters.ready, ":", typing: "re")
      case .limitError: return after(after(letters.ready, "l", typing: "agree<0.5 tie:x"), "Enter")
      case .confirm: return after(letters.ready, "^C")
      case .alarm:
        var model = letters.ready
        _ = update(
          &model,
          .storeFailed(
            "The disk is full, so the ruling on L-031 was not written. Free some space, then press "
              + "the digit again."))
        return model
      case .differs:
        var model = letters.ready
        _ = update(
          &model,
          .configurationChanged(model.configuration, members: model.members, differs: true))
        return model
      case .grouped, .folded:
        var scene = letters
        var model = scene.ready
        scene.tell(&model, .keyPressed(.character("b"), model.now))
        for key in [Key.character("p"), .enter] { scene.tell(&model, .keyPressed(key, model.now)) }
        return self == .grouped ? model : after(model, "Tab", "j", "j", "j")
      case .apply, .confirmApply:
        var scene = letters
        var model = scene.ready
        for key in "tt;" { scene.tell(&model, .keyPressed(.character(key), model.now)) }
        return self == .apply ? model : after(model, "3")
      case .queueHelp: return after(letters.ready, "?")
      case .blindHelp: return after(sized(.letters, blind: .votes).ready, "?")
      case .eightLabels:
        var scene = letters
        for name in ["pests", "harvest", "order", "complaint"] {
          scene.configuration.labels.append(LabelDefinition(id: LabelID(name)))
        }
        return scene.showing("L-031")
      case .swapped: return after(sized(.answers).showing("Q17"), "S")
      case .precedents: return after(letters.showing("L-031"), "H", "j")
      case .contradicting: return sized(.past(alike: [0.83, 0.71])).showing("L-031")
      case .latestFirst: return sized(.past(alike: [nil, nil])).showing("L-031")
      case .alikeToast: return sized(.letters).alike
      case .alike: return after(sized(.letters).alike, "m", "j", "t")
      case .doubted: return sized(.doubted).showing("L-031")
      case .doubtedQueue: return sized(.doubted).ready
      case .newRatings: return sized(.newlyRated).showing("L-031")
      case .newRatingsQueue: return sized(.newlyRated).ready
      case .newRatingsWhy: return after(sized(.newlyRated).showing("L-031"), "w")
      case .drawnItem: return sized(.audited).showing("L-031")
      case .drawnQueue: return sized(.audited).ready
      case .conversation:
        var scene = letters
        let turns = [
          Turn(speaker: "reader", text: "The leaves of my rose have black spots. Is that serious?"),
          Turn(speaker: "editor", text: "That is black spot. Take the leaves off and burn them."),
          Turn(speaker: "reader", text: "庭のバラにも黒い斑点があります。 \u{1B}[31mred\u{202E}"),
          Turn(
            speaker: "editor",
            text: String(repeating: "Water the roots, not the leaves. ", count: 30)),
        ]
        scene.add(
          "talk", .conversation(turns), votes: [.label("ann", "ask"), .label("bo", "sick")],
          gain: 0.1)
        return after(scene.showing("talk"), "}")
      case .longText:
        var scene = letters
        let text = String(repeating: "長い手紙です。 مرحبا بالعالم 👨‍👩‍👧 and words. ", count: 80)
        scene.add(
          "long", .text(text), votes: [.label("ann", "ask"), .label("bo", "sick")], gain: 0.1)
        return after(scene.showing("long"), "^D")
      case .median: return after(sized(.marks).showing("cup 12"), "Enter", "+")
      case .item: return letters.showing("L-031")
      case .comparedFields:
        var scene = letters
        scene.addTranslations()
        return scene.showing("translated")
      case .hostile: return letters.showing("L-\u{1B}[31m9")
      case .japanese: return letters.showing("L-112")
      case .toast:
        var scene = letters
        var model = scene.showing("L-031")
        scene.tell(&model, .keyPressed(.character("2"), model.now))
        return model
      case .ruled:
        var scene = letters
        var model = scene.showing("L-031")
        scene.tell(&model, .keyPressed(.character("2"), model.now))
        scene.tell(&model, .keyPressed(.character("K"), model.now))
        return model
      case .help: return after(letters.showing("L-031"), "?")
      case .votes: return after(letters.showing("L-204"), "v")
      case .history: return after(letters.showing("L-031"), "h")
      case .pair: return sized(.answers).showing("Q17")
      case .blindPair: return sized(.answers, blind: .votes).showing("Q17")
      case .openedPair: return after(sized(.answers, blind: .votes).showing("Q17"), "2")
      case .number: return sized(.marks).showing("cup 12")
      case .labelSet: return after(sized(.moods).showing("song 3"), "1", "3")
      case .manyLabels: return sized(.finds).showing("F-1")
      case .learnedQueue: return sized(.learned).ready
      case .learnedItem: return sized(.learned).showing("L-031")
      case .why: return after(sized(.learned).showing("L-031"), "w")
      case .blindWhy: return after(sized(.learned, blind: .votes).showing("L-031"), "w")
      case .changed: return after(sized(.learned).changed(Scene.turns), "M")
      case .changedToast: return sized(.learned).changed(Scene.turns)
      }
    }
  }

  @Test(arguments: Shot.allCases)
  func `screens look as they are kept`(shot: Shot) {
    for size in Self.sizes {
      expectScreen(
        shot.model(size).drawn, named: "\(shot.rawValue)-\(size.width)x\(size.height)",
        about: "\(shot.rawValue), everything in it is made up")
    }
  }

  @Test func `a screen that is too small says so`() {
    var scene = Scene.letters
    scene.size = Size(width: 38, height: 9)
    expectScreen(scene.ready.drawn, named: "too-small-38x9", about: "too small")
  }

  @Test func `no golden screen is left over`() {
    let names = Shot.allCases.flatMap { shot in
      Self.sizes.map { "\(shot.rawValue)-\($0.width)x\($0.height)" }
    }
    GoldenScreen.expectNoOrphans(
      among: names + ["too-small-38x9"] + RecordGoldenTests.names + HeatMapGoldenTests.names
        + PeopleGoldenTests.names + ClauseGoldenTests.names)
  }
}
