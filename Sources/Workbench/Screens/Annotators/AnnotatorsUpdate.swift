import Domain
import Screen

extension Model {
  mutating func enterAnnotators() -> [Effect] { [] }

  mutating func performInAnnotators(_ id: CommandID, _ argument: String?) -> [Effect] { [] }
}
