import Screen

/// Where one can be: a screen with its own commands.
package enum Place: String, CaseIterable, Hashable, Sendable {
  case queue
  case item
  case heatMap = "heat map"
  case annotators
  case log
  case guideline
  case release
  /// A part of the guideline while it is written.
  case clause

  /// Those one goes to by name; an item is opened from one of them.
  package static let destinations: [Place] = [
    .queue, .heatMap, .annotators, .log, .guideline, .release,
  ]

  /// The commands that apply there.
  package var scope: CommandScope {
    switch self {
    case .queue: .queue
    case .item: .item
    case .heatMap: .heatMap
    case .annotators: .annotators
    case .log: .log
    case .guideline: .guideline
    case .release: .release
    case .clause: .clause
    }
  }

  /// What goes there.
  package var command: CommandID? {
    switch self {
    case .queue: .goToQueue
    case .item: nil
    case .heatMap: .goToHeatMap
    case .annotators: .goToAnnotators
    case .log: .goToLog
    case .guideline: .goToGuideline
    case .clause: nil
    case .release: .goToRelease
    }
  }
}
