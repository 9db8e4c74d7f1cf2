import Runtime
import Screen

/// From a key to its first paint, and to the paint that shows all it brought about, in the loop,
/// without a terminal.
struct KeysScenario: Scenario {
  static let name = "keys"

  private static let script: [KeyStep] =
    KeyStep.repeated("row down", .character("j"), 200)
    + KeyStep.repeated("page down", .pageDown, 60)
    + Array(
      repeating: KeyStep(
        name: "200 rows down at once", keys: Array(repeating: .character("j"), count: 200)),
      count: 10)
    + KeyStep.untimed(.character("g"))
    + opening
    + KeyStep.untimed(.enter)
    + KeyStep.repeated("rule, and the next item", .character("1"), 40, silence: 120)
    + KeyStep.untimed(.character("q"), .character(" "))
    + KeyStep.repeated("the first heat map", .character("h"), 1, silence: 1000)
    + heatMaps

  /// The pages of the heat map in turn, and a cell to the side and one down on each.
  private static let heatMaps = (0..<12).flatMap { _ in
    KeyStep.repeated("the next heat map", .tab, 1, silence: 1000)
      + KeyStep.repeated("the next cell", .character("l"), 1)
      + KeyStep.repeated("the next cell", .character("j"), 1)
  }

  private static let opening = (0..<30).flatMap { _ in
    [KeyStep(name: "open the item", keys: [.enter], silence: 40)]
      + KeyStep.untimed(.character("q"), .character("j"))
  }

  func measure(in workplace: Workplace) throws -> [Figure] {
    let folder = try workplace.project(1_000_000)
    let device = try Sitting(folder: folder, surroundings: workplace.surroundings).run(Self.script)
    let syncs = try SyncLoop.milliseconds(in: folder.path, bytes: 512, count: 100)
    let names = [
      "row down", "page down", "200 rows down at once", "open the item", "the first heat map",
      "the next heat map", "the next cell",
    ]
    let paint = Self.emptyPaint()
    return names.flatMap {
      figures($0, device, yardstick: "making and comparing an empty screen", paint)
    }
      + figures(
        "rule, and the next item", device, yardstick: "write + fdatasync, p50",
        Sample(syncs).median)
  }

  private func figures(
    _ name: String, _ device: ScriptedDevice, yardstick: String, _ base: Double
  ) -> [Figure] {
    let timings = device.timings.filter { $0.name == name }
    let first = Sample(timings.map(\.firstMilliseconds))
    let last = Sample(timings.map(\.milliseconds))
    let cells = Sample(timings.map { Double($0.cellsChanged) }).median
    return [
      ("first paint, p50", first.median), ("first paint, p95", first.quantile(0.95)),
      ("all painted, p50", last.median), ("all painted, p95", last.quantile(0.95)),
    ].map { label, value in
      Figure(
        name: "\(name): \(label)", size: "10⁶ ratings, 120×40", unit: .milliseconds,
        value: value, yardstick: yardstick, base: base,
        counts: "\(timings.count) times, \(Report.digits(cells)) cells changed")
    }
  }

  /// Milliseconds of what no paint can do without.
  private static func emptyPaint() -> Double {
    Sample(
      (0..<200).map { _ in
        let before = Grid(size: Sitting.size)
        let watch = Stopwatch()
        let grid = Grid(size: Sitting.size)
        precondition(GridDiff(from: before, to: grid).runs.isEmpty, "empty screens are alike")
        return watch.milliseconds
      }
    ).median
  }
}
