import Domain
import Screen

extension Model {
  mutating func enterRelease() -> [Effect] { [] }

  mutating func performInRelease(_ id: CommandID, _ argument: String?) -> [Effect] { [] }
}
