import Domain
import Screen
import TestSupport
import Testing
import Workbench

/// Log, release and guideline, cell by cell.
@Suite struct RecordGoldenTests {
  static let sizes = GoldenTests.sizes + [Size(width: 200, height: 50)]

  static var names: [String] {
    Shot.allCases.flatMap { shot in
      sizes.map { "\(shot.rawValue)-\($0.width)x\($0.height)" }
    }
  }

  /// What is shown, by name.
  enum Shot: String, CaseIterable {
    case log = "log/events"
    case hostileLog = "log/hostile"
    case eventInFull = "log/in-full"
    case limitedLog = "log/limited"
    case nothingMeets = "log/nothing-meets"
    case lookingBack = "log/looking-back"
    case conditions = "log/conditions"
    case damagedLog = "log/damaged"
    case notFollowing = "log/not-following"
    case release = "release/not-ready"
    case readyRelease = "release/no-bars"
    case auditedRelease = "release/audited"
    case auditingRelease = "release/auditing"
    case damagedRelease = "release/damaged"
    case countingRelease = "release/counting"
    case hostileRelease = "release/hostile"
    case outlook = "release/outlook"
    case guideline = "guideline/clauses"
    case clauseInFull = "guideline/in-full"
    case draftDifference = "guideline/draft-diff"
    case versionOfGuideline = "guideline/version"
    case contradictions = "guideline/contradictions"
    case noContradictions = "guideline/no-contradictions"
    case emptyGuideline = "guideline/empty"
    case hostileClause = "guideline/hostile"

    func model(_ size: Size) -> Model {
      var scene = Scene.letters
      scene.size = size
      switch self {
      case .log: return scene.inLog("j", "j")
      case .hostileLog:
        let index = scene.log.lastIndex { $0.event.body.type == .comment } ?? 0
        return scene.inLog("g").at(event: index)
      case .eventInFull: return scene.inLog("j", "j", "j", "e", "j")
      case .limitedLog:
        var model = scene.inLog()
        scene.limit(&model, "type:ruling by:mara -cites:R-0007")
        return model
      case .nothingMeets:
        var model = scene.inLog()
        scene.limit(&model, "by:nobody")
        return model
      case .lookingBack:
        var model = scene.inLog("l")
        model.type("note:*")
        model.press("Enter")
        let found = scene.log.suffix(20).reversed().filter { $0.event.body.type == .comment }
        _ = update(
          &model,
          .reported(
            .log(
              .looked(
                LogLook(
                  found: found.map(\.event.seq), entries: found, reached: 40, isDone: false), .list
              )), generation: model.log.searches))
        return model
      case .conditions: return scene.inLog("l", typing: "type:r")
      case .damagedLog:
        var model = scene.inLog("j")
        _ = update(&model, .verified(.damaged(57)))
        _ = update(
          &model,
          .logChecked(
            LogFinding(
              head: 56, at: model.now, milliseconds: 1500, remembered: nil,
              problem: "the hash does not fit the line: it was changed.")))
        return model
      case .notFollowing:
        var model = scene.inLog("j", "F")
        scene.log = Scene.log(63)
        scene.tell(&model, .othersAppended)
        return model
      case .release: return scene.inRelease("j", "j", gate: Scene.bars)
      case .readyRelease: return scene.inRelease()
      case .auditedRelease:
        return scene.inRelease(
          gate: { $0.auditAccuracy = Number("0.93") }, figures: Scene.audit)
      case .auditingRelease:
        return scene.inRelease(
          gate: { $0.auditAccuracy = Number("0.93") }, figures: Scene.auditing)
      case .damagedRelease:
        var model = scene.inRelease(gate: Scene.bars)
        _ = update(&model, .verified(.damaged(12)))
        return model
      case .countingRelease:
        var model = scene.ready
        model.press("Space", "r")
        return model
      case .hostileRelease:
        scene.configuration.gate.ruledByOne = Number("0.1")
        return scene.inRelease("j", figures: Self.hostile)
      case .outlook: return scene.inRelease("j", gate: Scene.bars, figures: Scene.outlook)
      case .guideline: return scene.inGuideline()
      case .clauseInFull: return scene.inGuideline("Enter", "j")
      case .draftDifference: return scene.inGuideline("d", "j")
      case .versionOfGuideline: return scene.inGuideline("G", "k")
      case .contradictions: return scene.inContradictions("j")
      case .noContradictions: return scene.inContradictions(pairs: [])
      case .emptyGuideline: return scene.inGuideline("j", "j", page: scene.emptyGuideline)
      case .hostileClause: return scene.inGuideline("j", "j", "Enter")
      }
    }

    private static func hostile(_ figures: inout ReleaseFigures) {
      figures.rulers = [
        .init(member: "\u{1B}[31m\u{202E}nasty, and 名前 long", rulings: 90),
        .init(member: "b", rulings: 10),
      ]
      var count = ReleaseFigures.GoldCount(value: .label("\u{1B}]0;x\u{7}undeclared label"))
      count.ruled = 4000
      figures.gold.append(count)
      figures.agreement = [
        .init(
          question: "label", alpha: .init(value: nil, reason: "No unit has two ratings."),
          lowest: nil, lowestAlpha: .init(value: nil, reason: nil))
      ]
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
}

extension Model {
  func at(event seq: Int) -> Model {
    var model = self
    model.press(":")
    model.type("open \(seq)")
    model.press("Enter")
    return model
  }
}

extension Scene {
  mutating func limit(_ model: inout Model, _ text: String) {
    press(&model, "l")
    for character in text { tell(&model, .keyPressed(.character(character), model.now)) }
    press(&model, "Enter")
  }
}
