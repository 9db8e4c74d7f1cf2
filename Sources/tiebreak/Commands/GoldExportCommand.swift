import ArgumentParser
import Domain
import Interchange
import Runtime

/// `gold export`: puts gold among the items of a batch.
struct GoldExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Put gold among the items of a batch for annotators, unseen.",
    discussion: """
      All items get new ids and one shuffled order, and show the columns that --field names and nothing \
      else. What the ids stand for is in the key, which only its writer may read: keep it from \
      annotators, and import their answers with it: tiebreak import ANSWERS --key KEY
      """)

  @ParentCommand var gold: GoldCommand

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Files of items.", valueName: "file"),
    completion: .file())
  var batch: [String]

  @Option(help: ArgumentHelp("How many units of gold.", valueName: "number"))
  var count: Int = 10

  @Option(help: ArgumentHelp("Where the batch goes.", valueName: "file"), completion: .file())
  var out: String

  @Option(help: ArgumentHelp("Where the key goes.", valueName: "file"), completion: .file())
  var key: String

  @Flag(help: "The key may lie in the batch's folder.")
  var keyBeside = false

  @Option(
    help: ArgumentHelp("Column of the item's id.", valueName: "column"))
  var item: String?

  @Option(help: ArgumentHelp("Column shown to people; may be repeated.", valueName: "column"))
  var field: [String] = []

  @Option(help: ArgumentHelp("Gold of this question.", valueName: "name"))
  var question: String = "label"

  @Option(help: ArgumentHelp("csv or label-studio.", valueName: "name"))
  var format: String = "csv"

  @Option(help: ArgumentHelp("What the new ids begin with.", valueName: "text"))
  var prefix: String = "item"

  @Option(help: ArgumentHelp("The same draw again; a new one otherwise.", valueName: "number"))
  var seed: UInt64?

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count is at least 1.") }
    guard !batch.isEmpty else { throw ValidationError("--batch names a file.") }
    guard BatchFormat(rawValue: format) != nil else {
      throw ValidationError("--format is csv or label-studio, not '\(format)'.")
    }
    guard !prefix.isEmpty else { throw ValidationError("--prefix is not empty.") }
  }

  func run() throws {
    var mapping = Mapping()
    mapping.readsItemsOnly = true
    mapping.annotator = Mapping.anonymous
    mapping.item = item.map { [$0] } ?? []
    mapping.payload = field.count == 1 ? .text(field[0]) : field.isEmpty ? .none : .fields(field)
    let request = GoldBatchRequest(
      files: batch, mapping: mapping, question: QuestionID(question), count: count, seed: seed,
      prefix: prefix, out: out, key: key, format: BatchFormat(rawValue: format) ?? .csv,
      isKeyBeside: keyBeside)
    let diagnostics = Diagnostics()
    let report = try Program.withProject(gold.root) { project throws(ProjectFailure) in
      try project.writeGoldBatch(request, diagnostics: diagnostics)
    }
    Findings.tell(diagnostics)
    if json {
      Output.print(report.json)
    } else {
      Output.print(report.lines)
    }
  }
}
