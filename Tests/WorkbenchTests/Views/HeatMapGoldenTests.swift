import Screen
import TestSupport
import Testing
import Workbench

/// The heat map at every size, cell by cell.
@Suite struct HeatMapGoldenTests {
  enum Shot: String, CaseIterable {
    case labels = "heat-map/labels"
    case weeks = "heat-map/weeks"
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
      return switch self {
      case .labels: street.showing()
      case .weeks: street.showing("t")
      case .annotators: street.showing("Tab", "Tab", "Tab")
      case .places: street.showing("Tab", "Tab", "Tab", "Tab")
      case .alpha: street.showing("m", "m", "o", "o", "n")
      case .hostile: sized(.hostile).showing()
      case .many: sized(.many).showing("G", "$")
      case .nothing: street.showing("f")
      case .loading: street.entered
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
