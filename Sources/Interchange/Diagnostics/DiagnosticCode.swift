/// What kind of finding it is; the raw values stand in reports and do not change.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
  // Rows and elements that are left out.
  case ragged
  case unclosedQuote = "unclosed-quote"
  case textAfterQuote = "text-after-quote"
  case tooLong = "too-long"
  case tooManyColumns = "too-many-columns"
  case notUTF8 = "not-utf8"
  case nulByte = "nul-byte"
  case emptyItem = "empty-item"
  case emptyAnnotator = "empty-annotator"
  case idTooLong = "id-too-long"
  case unknownLabel = "unknown-label"
  case notANumber = "not-a-number"
  case notATime = "not-a-time"
  case notABoolean = "not-a-boolean"
  case severalLabels = "several-labels"
  case badValue = "bad-value"
  case badJSON = "bad-json"
  case duplicateKey = "duplicate-key"
  case tooDeep = "too-deep"
  case loneSurrogate = "lone-surrogate"
  case bigNumber = "big-number"
  case notATask = "not-a-task"
  case cutOff = "cut-off"
  case trailingText = "trailing-text"

  // Findings about data that goes in all the same.
  case repeatedRating = "repeated-rating"
  case payloadChanged = "payload-changed"
  case noAnnotators = "no-annotators"
  case trailingBytes = "trailing-bytes"
  case unreadResult = "unread-result"

  /// Whether something was left out.
  public var isRefusal: Bool {
    switch self {
    case .repeatedRating, .payloadChanged, .noAnnotators, .trailingBytes, .unreadResult:
      false
    default: true
    }
  }
}
