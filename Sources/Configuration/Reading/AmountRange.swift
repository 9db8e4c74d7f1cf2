import Domain

/// Which numbers a setting takes.
enum AmountRange {
  /// 0 to 1.
  case share
  /// 0 and more.
  case notNegative

  func contains(_ number: Number) -> Bool {
    number >= Number(0) && (self == .notNegative || number <= Number(1))
  }

  var words: String {
    switch self {
    case .share: "a number from 0 to 1"
    case .notNegative: "a number that is 0 or more"
    }
  }
}
