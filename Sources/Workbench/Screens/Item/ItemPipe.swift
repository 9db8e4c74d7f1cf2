import Domain
import Screen

extension Model {
  /// How many commands are remembered for the next time.
  private static let mostPipes = 20

  /// Gives the open item to a command on its standard input; nothing of it stands in the command.
  mutating func pipe(to command: String) -> [Effect] {
    guard let unit = item?.unit, !command.isEmpty else { return [] }
    pipes.removeAll { $0 == command }
    pipes.insert(command, at: 0)
    pipes = Array(pipes.prefix(Self.mostPipes))
    return [.saveState(state), .pipe(unit.item, command: command)]
  }
}
