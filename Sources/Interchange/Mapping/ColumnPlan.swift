/// A mapping held against the header of a table: which column is read as what.
struct ColumnPlan {
  let columns: [String]
  /// The columns whose cells make the item's id; empty: the row's number.
  let item: [Int]
  /// nil where annotators stand in the header, or nowhere.
  let annotator: Int?
  let question: Int?
  let round: Int?
  let at: Int?
  let seconds: Int?
  let note: Int?
  let confidence: Int?
  let flag: Int?
  let values: [ValueColumn]
  let payload: PayloadColumns
  let slices: [Int]

  /// Whether ratings have no annotator at all.
  var isAnonymous: Bool { annotator == nil && values.allSatisfy { $0.annotator == nil } }
}

extension ColumnPlan {
  /// For a table of items of which nothing was said.
  init(columns: [String], item: [Int], payload: PayloadColumns, slices: [Int]) {
    self.init(
      columns: columns, item: item, annotator: nil, question: nil, round: nil, at: nil,
      seconds: nil, note: nil, confidence: nil, flag: nil, values: [], payload: payload,
      slices: slices)
  }
}

/// Where a row's value stands, and what the header says about it.
struct ValueColumn {
  enum Content {
    case cell(Int)
    case oneHot(OneHot.Form, [OneHotColumn])
  }

  let content: Content
  /// The annotator, where the header names one.
  var annotator: String?
  /// The question, where the header or the mapping names one.
  var question: String?

  /// The first column of the value.
  var column: Int {
    switch content {
    case .cell(let column): column
    case .oneHot(_, let columns): columns.first?.column ?? 0
    }
  }
}

/// One column of a group of 0/1 columns.
struct OneHotColumn {
  let column: Int
  let label: String
}

/// A payload's shape with its columns found.
enum PayloadColumns {
  case none
  case text(Int)
  case fields([Int])
  case pair(prompt: Int, first: Int, second: Int)
  case conversation([Int])
  case image(Int)
}
