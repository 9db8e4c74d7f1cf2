import Domain
import Screen
import TestSupport
import Testing
import Workbench

/// Clauses while they are written, cited and published, cell by cell.
@Suite struct ClauseGoldenTests {
  static var names: [String] {
    Shot.allCases.flatMap { shot in
      RecordGoldenTests.sizes.map { "\(shot.rawValue)-\($0.width)x\($0.height)" }
    }
  }

  /// What is shown, by name.
  enum Shot: String, CaseIterable {
    case form = "clause/form"
    case writing = "clause/writing"
    case rulings = "clause/rulings"
    case labels = "clause/labels"
    case new = "clause/new"
    case hostile = "clause/hostile"
    case definition = "clause/definition"
    case changedMeanwhile = "clause/changed-meanwhile"
    case cite = "item/cite"
    case cited = "item/cited"
    case chooser = "item/clause-from"
    case plan = "guideline/publish"
    case question = "guideline/publish-question"
    case unsent = "guideline/not-sent"

    func model(_ size: Size) -> Model {
      var scene = Scene.written
      scene.size = size
      switch self {
      case .form: return scene.writing()
      case .writing: return scene.writing("j", "j", "Enter", "Home", "Down")
      case .rulings: return scene.writing("Tab", "j")
      case .labels: return scene.writing("L")
      case .new: return scene.reading("a")
      case .hostile:
        var model = scene.reading("j", "j", "e", "a")
        _ = update(
          &model, .pasted(Untrusted("\u{1B}[31m\u{202E}evil\u{202C} 庭のバラに黒い斑点 שלום 👩‍👩‍👧 end")))
        return model
      case .definition:
        var model = scene.reading("/")
        scene.type(&model, "well, and wants")
        scene.press(&model, "Enter", "e", "Enter")
        return model
      case .changedMeanwhile:
        var model = scene.writing("Enter")
        scene.type(&model, "!")
        model.press("Esc", "P")
        _ = update(
          &model,
          .refused(
            Refused(
              ticket: model.lastTicket, unit: nil,
              refusal: .partChangedMeanwhile(.clause(ClauseID(number: 1)), seq: 300),
              sentence: "The clause R-0001 was changed meanwhile.")))
        model.press("Esc", "P")
        return model
      case .cite:
        var model = scene.citing("L-031", "c")
        scene.type(&model, "w")
        return model
      case .cited: return scene.citing("L-031", "c", "Enter", "c", "Down", "Enter")
      case .chooser: return scene.citing("L-112", "R")
      case .plan: return scene.reading("P", "j")
      case .question: return scene.reading("P", "P")
      case .unsent:
        var model = scene.reading("a", "Enter")
        scene.type(&model, "Pests are a plant disease")
        scene.press(&model, "Esc", "q", "g")
        return model
      }
    }
  }

  @Test(arguments: Shot.allCases)
  func `screens look as they are kept`(shot: Shot) {
    for size in RecordGoldenTests.sizes {
      expectScreen(
        shot.model(size).drawn, named: "\(shot.rawValue)-\(size.width)x\(size.height)",
        about: "\(shot.rawValue), everything in it is made up")
    }
  }
}
