/// A value of a settings file and the byte at which it begins.
struct DocumentValue {
  let offset: Int
  let content: Content

  enum Content {
    case text(String)
    /// The digits as they stand in the file.
    case number(String)
    case truth(Bool)
    /// A date, a time or both; no setting is one.
    case moment
    case list(DocumentList)
    case table(DocumentTable)
  }

  /// What it is, in words: `a number`.
  var kind: String {
    switch content {
    case .text: "text"
    case .number: "a number"
    case .truth: "true or false"
    case .moment: "a date or time"
    case .list: "a list"
    case .table: "a table"
    }
  }
}
