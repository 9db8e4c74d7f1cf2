import Domain
import Screen

extension Model {
  mutating func enterGuideline() -> [Effect] {
    guideline.generation += 1
    guideline.isLoading = true
    return [.report(.guideline, generation: guideline.generation)]
  }

  mutating func take(_ page: GuidelinePage, generation: Int) -> [Effect] {
    guard generation == guideline.generation else { return [] }
    guideline.isLoading = false
    guideline.page = Loaded(page, stamp: generation)
    return []
  }

  mutating func performInGuideline(_ id: CommandID, _ argument: String?) -> [Effect] { [] }
}
