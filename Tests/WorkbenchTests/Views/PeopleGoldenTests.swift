import Domain
import Screen
import TestSupport
import Testing
import Workbench

/// The screen of annotators in its states, cell by cell.
@Suite struct PeopleGoldenTests {
  /// What is shown, by name.
  enum Shot: String, CaseIterable {
    case list = "annotators/list"
    case gold = "annotators/gold"
    case letters = "annotators/letters"
    case pairs = "annotators/pairs"
    case person = "annotators/person"
    case rulings = "annotators/person-rulings"
    case adjudicators = "annotators/adjudicators"
    case nobody = "annotators/nobody"
    case reading = "annotators/reading"

    func model(_ size: Size) -> Model {
      var scene = Scene.people
      scene.size = size
      switch self {
      case .list: return scene.showingPeople
      case .gold: return scene.showingPeople.after("m", "j")
      case .letters:
        scene.me = Member(id: "mara", user: "mara", roles: [.adjudicator])
        return scene.showingPeople
      case .pairs: return scene.showingPeople.after("p")
      case .person: return scene.showingPerson
      case .rulings: return scene.showingPerson.after("Tab")
      case .adjudicators: return scene.showingAdjudicators
      case .nobody:
        var model = scene.showingPeople.after("Tab")
        _ = update(
          &model,
          .reported(.adjudicators([]), generation: model.annotators.adjudicatorsGeneration))
        return model
      case .reading: return scene.ready.after("Space", "a")
      }
    }
  }

  static var names: [String] {
    Shot.allCases.flatMap { shot in
      GoldenTests.sizes.map { "\(shot.rawValue)-\($0.width)x\($0.height)" }
    }
  }

  @Test(arguments: Shot.allCases)
  func `screens look as they are kept`(shot: Shot) {
    for size in GoldenTests.sizes {
      expectScreen(
        shot.model(size).drawn, named: "\(shot.rawValue)-\(size.width)x\(size.height)",
        about: "\(shot.rawValue), everything in it is made up")
    }
  }

  @Test(arguments: LayoutLawTests.sizes)
  func `the laws of layout hold`(size: Size) {
    let row = size.height >= 30 ? 2 : 1
    for shot in Shot.allCases {
      let model = shot.model(size)
      let grid = model.drawn
      let lead = Sentence(model).lead
      #expect(!lead.isEmpty)
      #expect(grid.text(ofRow: row).hasPrefix(" " + lead.prefix(12).plain), "\(shot) \(size)")
      #expect(grid[Position(row: row, column: 1)].attributes.contains(.bold))
      for row in 0..<size.height {
        let cell = grid[Position(row: row, column: size.width - 1)]
        #expect(
          cell.cluster == .blank && cell.kind != .trail,
          "\(shot), row \(row) of \(size): \(grid.text(ofRow: row))")
      }
    }
  }
}

extension Model {
  /// The model after some keys.
  fileprivate func after(_ keys: String...) -> Model {
    var model = self
    for key in keys { model.press(key) }
    return model
  }
}
