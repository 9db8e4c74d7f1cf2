/// The forms that only audits have.
extension RawForm {
  /// What a draw names: who was drawn, and of how many with each label.
  struct Sample {
    /// Item and question of each, with a zero byte between.
    var units: Set<[UInt8]> = []
    /// How many would have been released with some label.
    var labelled = 0
  }

  /// Reads an object of `drawn` and perhaps `labels`; nil where it is none, or a unit stands twice.
  func sample(_ token: Token) throws(VerificationProblem) -> Sample? {
    guard var members = RawMembers(bytes, token), let drawn = try members.next("drawn") else {
      return nil
    }
    let labels = try members.next("labels")
    guard members.isAtEnd, var elements = RawElements(bytes, drawn), !elements.isAtEnd else {
      return nil
    }
    var sample = Sample()
    while let element = try elements.next() {
      guard let unit = try drawnUnit(element), sample.units.insert(unit).inserted else {
        return nil
      }
    }
    if let labels {
      guard let count = try labelledCount(labels) else { return nil }
      sample.labelled = count
    }
    return sample
  }

  private func drawnUnit(_ token: Token) throws(VerificationProblem) -> [UInt8]? {
    guard var members = RawMembers(bytes, token), let item = try members.next("item") else {
      return nil
    }
    let chance = try members.next("p")
    guard let question = try members.next("question"), let source = try members.next("source"),
      let value = try members.next("value"), members.isAtEnd, item.kind == .string,
      question.kind == .string, source.kind == .string, isSource(source),
      chance.map({ isDecimal($0) }) ?? true,
      try RawValueForm(bytes: bytes).isValue(value, limit: .max)
    else { return nil }
    var key: [UInt8] = []
    Self.appendText(bytes, item, to: &key)
    key.append(0)
    Self.appendText(bytes, question, to: &key)
    return key
  }

  private func isSource(_ token: Token) -> Bool {
    equal(token.content, "unanimous") || equal(token.content, "majority")
      || equal(token.content, "single") || equal(token.content, "model")
      || equal(token.content, "imported")
  }

  /// The sum over at least one `{"label","units"}`, upwards by label, each label once.
  private func labelledCount(_ token: Token) throws(VerificationProblem) -> Int? {
    guard var elements = RawElements(bytes, token), !elements.isAtEnd else { return nil }
    var previous: [UInt8]?
    var sum = 0
    while let element = try elements.next() {
      guard var members = RawMembers(bytes, element), let label = try members.next("label"),
        let units = try members.next("units"), members.isAtEnd, label.kind == .string,
        isCount(units), case let count = Self.integer(bytes, units.range), count > 0
      else { return nil }
      var name: [UInt8] = []
      Self.appendText(bytes, label, to: &name)
      if let previous, !previous.lexicographicallyPrecedes(name) { return nil }
      previous = name
      sum += count
    }
    return sum
  }
}
