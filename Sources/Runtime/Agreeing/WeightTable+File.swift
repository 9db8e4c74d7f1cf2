package import Agreement
package import Interchange

extension WeightTable {
  /// Reads a file of label, label and weight; see `LabelPairTable.read`.
  package init(path: String, diagnostics: Diagnostics) throws(ProjectFailure) {
    let rows: [LabelPairTable.Row]
    do throws(InterchangeError) {
      rows = try LabelPairTable.read(try ByteSource(path: path), diagnostics: diagnostics)
    } catch {
      throw .input(InterchangeFailure(error))
    }
    let table = WeightTable(
      rows.map { Entry(first: $0.first, second: $0.second, weight: $0.number) })
    guard let table, !rows.isEmpty else {
      throw .input(
        InterchangeFailure(
          sentence:
            "\(path): weights are from 0 to 1, one for two labels, and 1 for a label and itself.",
          code: .inputRefused))
    }
    self = table
  }
}
