import ArgumentParser
import Domain
import Runtime

/// Where items of a draw go, and in which form.
struct CalibrationOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write the items for annotators; nothing is replaced.", valueName: "file"),
    completion: .file())
  var out: String?

  @Option(help: ArgumentHelp("csv or label-studio.", valueName: "name"))
  var format: String = "csv"

  @Option(
    help: ArgumentHelp("A row an item for this annotator; several times.", valueName: "name"))
  var annotator: [String] = []

  func validate() throws {
    guard BatchFormat(rawValue: format) != nil else {
      throw ValidationError("--format is csv or label-studio, not '\(format)'.")
    }
  }

  var batchFormat: BatchFormat { BatchFormat(rawValue: format) ?? .csv }
  var annotators: [AnnotatorID] { annotator.map { AnnotatorID($0) } }
}
