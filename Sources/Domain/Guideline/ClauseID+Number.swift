extension Identifier where Space == ClauseSpace {
  /// The id of the clause with this number: `R-0042`.
  public init(number: Int) {
    precondition(number > 0, "Clauses are numbered from 1.")
    let digits = String(number)
    self.init("R-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
  }

  /// The clause's number; nil for text that is no id of a clause. Each number has one spelling.
  public var number: Int? {
    let digits = text.utf8.dropFirst(2)
    guard text.utf8.starts(with: "R-".utf8), (4...9).contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text.dropFirst(2)), number > 0
    else { return nil }
    return digits.count == 4 || digits.first != 0x30 ? number : nil
  }
}
