import Domain
import Screen

extension Model {
  mutating func enterHeatMap() -> [Effect] { [] }

  mutating func performInHeatMap(_ id: CommandID, _ argument: String?) -> [Effect] { [] }
}
