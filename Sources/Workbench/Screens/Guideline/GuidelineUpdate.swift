import Domain
import Screen

extension Model {
  mutating func enterGuideline() -> [Effect] { [] }

  mutating func performInGuideline(_ id: CommandID, _ argument: String?) -> [Effect] { [] }
}
