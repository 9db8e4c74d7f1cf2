/// What a column of a table can stand for, and the names by which it is known.
enum ColumnRole: String {
  case item
  case annotator
  case label
  case question
  case round
  case at = "time"
  case seconds
  case note
  case confidence
  case flag

  /// Names that are taken without being asked, in lower case.
  var aliases: [String] {
    switch self {
    case .item: ["item", "item_id", "task", "task_id", "question_id"]
    case .annotator: ["annotator", "worker", "rater", "coder", "annotator_id", "worker_id"]
    case .label: ["label", "answer", "value", "rating", "judgment", "category"]
    case .question: ["question", "dimension", "field"]
    case .round: ["round"]
    case .at: ["at"]
    case .seconds: ["seconds"]
    case .note: ["note"]
    case .confidence: ["confidence"]
    case .flag: ["flag", "flagged"]
    }
  }

  /// Names that are taken only where no column has one of the aliases.
  var lateAliases: [String] {
    self == .item ? ["unit", "question"] : []
  }

  /// The option of the command line that names the column.
  var flag: String { self == .at ? "--at" : "--\(rawValue)" }

  /// How columns of a wide table begin when each holds one annotator's values: `rater_1`, `Coder A`.
  static let annotatorStems = ["annotator", "worker", "rater", "coder", "observer", "judge"]

  /// Whether a column looks like one annotator of a wide table.
  static func looksLikeOneAnnotator(_ column: String) -> Bool {
    let name = column.lowercased()
    guard let stem = annotatorStems.first(where: { name.hasPrefix($0) }) else { return false }
    let rest = name.dropFirst(stem.count).drop { $0 == "_" || $0 == "-" || $0 == " " || $0 == "." }
    return !rest.isEmpty && rest != "id" && rest != "s" && rest.count <= 12
  }
}
