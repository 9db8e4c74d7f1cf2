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

/// The elements of a list; one identity while `[[…]]` blocks add to it.
final class DocumentList {
  private(set) var elements: [DocumentValue]

  init(_ elements: [DocumentValue] = []) {
    self.elements = elements
  }

  func append(_ element: DocumentValue) {
    elements.append(element)
  }
}
