import ArgumentParser
import Interchange

/// A file of final labels beside the ratings, and its column of labels.
struct GoldFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of final labels; otherwise what the ratings mark as gold.", valueName: "file"),
    completion: .file())
  var gold: String?

  @Option(
    name: .customLong("gold-label"),
    help: ArgumentHelp("Column of the label in the gold file.", valueName: "column"))
  var goldLabel: String?

  func validate() throws {
    if goldLabel != nil, gold == nil {
      throw ValidationError("--gold-label names a column of the file that --gold names.")
    }
  }

  /// How the file is read: as the ratings, but for the column of labels.
  func mapping(like columns: MappingOptions) -> Mapping {
    var mapping = columns.mapping()
    if let goldLabel { mapping.label = goldLabel }
    mapping.labelFlag = "--gold-label"
    return mapping
  }
}
