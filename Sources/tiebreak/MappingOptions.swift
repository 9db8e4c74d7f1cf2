import ArgumentParser
import Domain
import Interchange
import Runtime

/// How the columns of a file become items and ratings.
struct MappingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file's format; found by its content otherwise.",
      discussion: "One of \(ImportFormat.names.joined(separator: ", ")).", valueName: "name"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Column of the item's id; a+b+c makes one of several.", valueName: "column"))
  var item: String?

  @Option(help: ArgumentHelp("Column of the annotator.", valueName: "column"))
  var annotator: String?

  @Option(help: ArgumentHelp("Column of the label, or the number.", valueName: "column"))
  var label: String?

  @Option(help: ArgumentHelp("Column that names the question.", valueName: "column"))
  var question: String?

  @Option(
    help: ArgumentHelp("Columns that hold one question's values each.", valueName: "a,b,…"))
  var questions: String?

  @Option(
    help: ArgumentHelp(
      "Columns that hold one annotator's values each: a wide table.", valueName: "a,b,…"))
  var annotators: String?

  @Option(
    name: .customLong("one-hot"),
    help: ArgumentHelp(
      "0/1 columns that begin with this are one label each.", valueName: "prefix"))
  var oneHot: [String] = []

  @Option(
    name: .customLong("one-hot-set"),
    help: ArgumentHelp(
      "0/1 columns that begin with this are a label set.", valueName: "prefix"))
  var oneHotSet: [String] = []

  @Option(
    name: .customLong("one-hot-some"),
    help: ArgumentHelp(
      "The same, but none set is a question that was not asked.", valueName: "prefix"))
  var oneHotSome: [String] = []

  @Option(
    help: ArgumentHelp(
      "What stands between cells: comma, tab, semicolon or bar.", valueName: "name"))
  var delimiter: String?

  @Option(help: ArgumentHelp("Column shown to people; may be repeated.", valueName: "column"))
  var field: [String] = []

  @Option(
    help: ArgumentHelp("Columns of a prompt and its two answers.", valueName: "prompt,a,b"))
  var pair: String?

  @Option(
    help: ArgumentHelp("Columns that are turns of a conversation.", valueName: "a,b,…"))
  var conversation: String?

  @Option(
    help: ArgumentHelp("Column to cut the data by; may be repeated.", valueName: "column"))
  var slice: [String] = []

  @Option(help: ArgumentHelp("Column of the moment of rating.", valueName: "column"))
  var at: String?

  @Option(help: ArgumentHelp("Column of the seconds it took.", valueName: "column"))
  var seconds: String?

  @Option(help: ArgumentHelp("Column of the annotator's note.", valueName: "column"))
  var note: String?

  @Option(help: ArgumentHelp("Column of the annotator's confidence.", valueName: "column"))
  var confidence: String?

  @Option(help: ArgumentHelp("Column of the round.", valueName: "column"))
  var round: String?

  @Option(help: ArgumentHelp("Column of the flag.", valueName: "column"))
  var flag: String?

  @Option(
    help: ArgumentHelp("Name of the source: item ids become NAME:id.", valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp(
      "Which counts when one annotator rated a unit twice: last or first.", valueName: "which"))
  var repeats: String = "last"

  @Option(
    help: ArgumentHelp("Cells that mean asked and declined.", valueName: "a,b,…"))
  var abstained: String?

  @Option(
    help: ArgumentHelp(
      "What a cell holds: label, labels, number or text.", valueName: "kind"))
  var kind: String?

  func validate() throws {
    guard Repeats(rawValue: repeats) != nil else {
      throw ValidationError("--repeats is last or first, not '\(repeats)'.")
    }
    if let kind, ValueExpectation.Kind(rawValue: kind) == nil {
      throw ValidationError("--kind is label, labels, number or text, not '\(kind)'.")
    }
    if let delimiter, Self.delimiters[delimiter] == nil {
      throw ValidationError(
        "--delimiter is comma, tab, semicolon or bar, not '\(delimiter)'.")
    }
    guard pair.map({ Self.names($0).count == 3 }) ?? true else {
      throw ValidationError("--pair wants three columns: the prompt and both answers.")
    }
    let shapes = [pair != nil, conversation != nil, !field.isEmpty].filter { $0 }.count
    guard shapes <= 1 else {
      throw ValidationError("--field, --pair and --conversation exclude each other.")
    }
  }

  /// The mapping these options spell.
  func mapping() -> Mapping {
    var mapping = Mapping()
    mapping.format = format
    mapping.item = item.map { $0.split(separator: "+").map(String.init) } ?? []
    mapping.annotator = annotator
    mapping.label = label
    mapping.question = question
    mapping.questions = questions.map(Self.names) ?? []
    mapping.annotators = annotators.map(Self.names) ?? []
    mapping.oneHot =
      oneHot.map { OneHot(prefix: $0) } + oneHotSet.map { OneHot(prefix: $0, form: .labels) }
      + oneHotSome.map { OneHot(prefix: $0, form: .someLabels) }
    mapping.delimiter = delimiter.flatMap { Self.delimiters[$0] }
    mapping.payload = payload
    mapping.slices = slice
    mapping.at = at
    mapping.seconds = seconds
    mapping.note = note
    mapping.confidence = confidence
    mapping.round = round
    mapping.flag = flag
    mapping.source = source
    mapping.repeats = Repeats(rawValue: repeats) ?? .last
    // The empty text is a word too: it makes empty cells abstentions.
    mapping.abstained =
      abstained?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
    if let kind = kind.flatMap({ ValueExpectation.Kind(rawValue: $0) }) {
      mapping.values = ValueExpectation(kind: kind)
    }
    return mapping
  }

  private var payload: PayloadShape {
    if let pair {
      let names = Self.names(pair)
      return .pair(prompt: names[0], first: names[1], second: names[2])
    }
    if let conversation { return .conversation(Self.names(conversation)) }
    if field.count == 1 { return .text(field[0]) }
    return field.isEmpty ? .none : .fields(field)
  }

  private static let delimiters: [String: Delimiter] = [
    "comma": .comma, "tab": .tab, "semicolon": .semicolon, "bar": .bar,
  ]

  private static func names(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
