import Screen

/// A device without a terminal that types a script and notes when what was typed stood painted.
///
/// A step lasts from the moment its keys are handed over to the last paint before a silence; the
/// first paint in between is what the eye follows.
final class ScriptedDevice: Device {
  /// What one repetition of a step took.
  struct Timing {
    let name: String
    let firstMilliseconds: Double
    let milliseconds: Double
    let cellsChanged: Int
  }

  let size: Size
  private(set) var timings: [Timing] = []
  /// Milliseconds from making the device to its first paint.
  private(set) var firstPaint: Double?
  private let born = Stopwatch()
  private let pulse = Pulse()
  private var rest: ArraySlice<KeyStep>
  private var step: KeyStep?
  private var sent = Stopwatch()
  private var firstPainted: Double?
  private var painted: Double?
  private var cells = 0
  private var shown: Grid?

  init(size: Size, script: [KeyStep]) {
    self.size = size
    rest = script[...]
  }

  var waker: @Sendable () -> Void { { [pulse] in pulse.raise() } }

  func present(_ grid: Grid, cursor: Position?) {
    let diff = GridDiff(from: shown, to: grid)
    painted = sent.milliseconds
    firstPainted = firstPainted ?? painted
    if firstPaint == nil { firstPaint = born.milliseconds }
    cells += diff.cellCount
    shown = grid
  }

  func events(within timeout: Int?) -> [InputEvent] {
    if let timeout { return pulse.wait(milliseconds: timeout) ? [.woken] : [] }
    if pulse.wait(milliseconds: step?.silence ?? 60) { return [.woken] }
    note()
    guard let next = rest.popFirst() else { return [.ended] }
    step = next
    painted = nil
    firstPainted = nil
    cells = 0
    sent = Stopwatch()
    return next.keys.map { .key($0) }
  }

  /// The text of the last screen.
  var text: String {
    shown.map { grid in
      (0..<grid.size.height).map { grid.text(ofRow: $0) }.joined(separator: "\n")
    } ?? ""
  }

  private func note() {
    guard let name = step?.name, let firstPainted, let painted else { return }
    timings.append(
      Timing(
        name: name, firstMilliseconds: firstPainted, milliseconds: painted, cellsChanged: cells))
  }

  func suspend() {}

  func yield<Result, Failure: Error>(
    to body: () throws(Failure) -> Result
  ) throws(Failure) -> Result { try body() }
}
