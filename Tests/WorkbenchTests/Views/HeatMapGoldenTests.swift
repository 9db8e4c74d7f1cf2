import Screen
import TestSupport
import Testing
import Workbench

/// The heat map at every size, cell by cell.
@Suite struct HeatMapGoldenTests {
  enum Shot: String, CaseIterable {
    case labels = "heat-map/labels"
    case weeks = "heat-map/weeks"
    case labelsChanged = "heat-map/labels-changed"
    case annotators = "heat-map/annotators"
    case places = "heat-map/slices"
    case alpha = "heat-map/alpha"
    case hostile = "heat-map/hostile"
    case many = "heat-map/many"
    case nothing = "heat-map/nothing-open"
    case loading = "heat-map/loading"

    func model(_ size: Size) -> Model {
      func sized(_ scene: HeatScene) -> HeatScene {
        var scene = scene
        scene.size = size
        return scene
      }
      let street = sized(.street)
      switch self {
      case .labels: return street.showing()
      case .weeks: return street.showing("t")
      case .labelsChanged:
        var scene = street
        scene.borders = HeatScene.changes
        return scene.showing("t")
      case .annotators: return street.showing("Tab", "Tab", "Tab")
      case .places: return street.showing("Tab", "Tab", "Tab", "Tab")
      case .alpha: return street.showing("m", "m", "o", "o", "n")
      case .hostile: return sized(.hostile).showing()
      case .many: return sized(.many).showing("G", "$")
      case .nothing: return street.showing("f")
      case .loading: return street.entered
      }
    }
  }

  static let names = Shot.allCases.flatMap { shot in
    GoldenTests.sizes.map { "\(shot.rawValue)-\($0.width)x\($0.height)" }
  }

  @Test(arguments: Shot.allCases)
  func `heat maps look as they are kept`(shot: Shot) {
    for size in GoldenTests.sizes {
      expectScreen(
        shot.model(size).drawn, named: "\(shot.rawValue)-\(size.width)x\(size.height)",
        about: "\(shot.rawValue), everything in it is made up")
    }
  }
}
