public import Domain

/// How the columns of a table, or the fields of a task, become items and ratings.
///
/// Its canonical text stands in the import's event: the same bytes under the same mapping are the same
/// import. What is nil is found by the usual names.
public struct Mapping: Hashable, Sendable {
  /// A format's name; nil lets the file's beginning decide.
  public var format: String?
  /// The columns whose texts make the item's id; `@row` is the row's number.
  public var item: [String] = []
  /// The column of annotators' names; `@none` where there is none.
  public var annotator: String?
  public var label: String?
  public var question: String?
  public var round: String?
  public var at: String?
  public var seconds: String?
  public var note: String?
  public var confidence: String?
  public var flag: String?
  /// Columns that hold one annotator's values each; not empty: the table is wide.
  public var annotators: [String] = []
  /// Columns that hold one question's values each.
  public var questions: [String] = []
  /// Groups of 0/1 columns that spell one value.
  public var oneHot: [OneHot] = []
  public var payload: PayloadShape = .none
  /// Columns that become properties of the item to cut the data by.
  public var slices: [String] = []
  /// The name of the source: item ids become `source:id`.
  public var source: String?
  public var repeats: Repeats = .last
  /// What values are expected, where a question has no expectation of its own.
  public var values = ValueExpectation()
  public var valuesByQuestion: [QuestionID: ValueExpectation] = [:]
  /// Cells that mean "asked and declined". The empty text is among them only where it is named:
  /// else an empty cell is a rating that was never asked for.
  public var abstained: [String] = []
  /// What stands between the cells of a table; nil: the format's own.
  public var delimiter: Delimiter?
  /// The option that names the column of labels, for errors; no part of the canonical text.
  public var labelFlag = "--label"

  /// Whether a table's rows are items, and nothing is looked for that was said of them; no part of the
  /// canonical text.
  public var readsItemsOnly = false

  public init() {}

  /// The column name that stands for the row's number, counted from 1 after the header.
  public static let rowNumber = "@row"
  /// The annotator that says: the table does not tell who.
  public static let anonymous = "@none"

  public func expectation(for question: QuestionID) -> ValueExpectation {
    valuesByQuestion[question] ?? values
  }
}

/// Which of several ratings by one annotator of one unit in one round counts.
public enum Repeats: String, Sendable, CaseIterable {
  case first
  /// By time where both have one, or else by their order in the file.
  case last
}

/// What stands between the cells of a table.
public enum Delimiter: String, Sendable, CaseIterable {
  case comma = ","
  case tab = "\t"
  case semicolon = ";"
  case bar = "|"

  var byte: UInt8 { rawValue.utf8.first ?? 0x2C }
}

/// A group of 0/1 columns whose names begin alike: the rest of a name is the label.
public struct OneHot: Hashable, Sendable {
  public enum Form: String, Sendable, CaseIterable {
    /// Exactly one column is set.
    case label
    /// Any number is set; none is the empty set.
    case labels
    /// Any number is set; none is a question that was not asked.
    case someLabels = "some_labels"
  }

  public let prefix: String
  public let form: Form

  public init(prefix: String, form: Form = .label) {
    self.prefix = prefix
    self.form = form
  }

  /// The prefix without the signs it ends in.
  public var question: QuestionID {
    var name = Substring(prefix)
    while let last = name.utf8.last, ".-_:= ".utf8.contains(last) { name = name.dropLast() }
    return name.isEmpty ? .label : QuestionID(String(name))
  }
}

/// What of a row is shown to people.
public enum PayloadShape: Hashable, Sendable {
  case none
  case text(String)
  /// Columns that are shown with their names.
  case fields([String])
  case pair(prompt: String, first: String, second: String)
  /// One column a turn, spoken by the column's name; empty cells are no turns.
  case conversation([String])
  case image(String)
}
