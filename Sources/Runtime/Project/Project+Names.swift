import Domain
import Store
import Workbench

extension Project {
  /// The names that limits are completed with.
  func limitNames() throws(ProjectFailure) -> LimitNames {
    var names = LimitNames()
    do throws(ReadFailure) {
      names.batches = try index.newestBatch()
      names.annotators = try index.annotatorNames()
      names.slices = try index.sliceValues().map {
        LimitNames.SliceValues(key: $0.key, values: $0.values)
      }
    } catch {
      throw .read(error)
    }
    return names
  }
}
