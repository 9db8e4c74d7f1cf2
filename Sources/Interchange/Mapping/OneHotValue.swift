import Domain

/// The value that a group of 0/1 columns spells.
enum OneHotValue {
  static func read(
    _ set: [LabelID], _ form: OneHot.Form, _ question: QuestionID, _ values: ValueReader
  ) -> ValueReader.Outcome {
    switch form {
    case .label:
      if set.count > 1 {
        let names = set.map(\.text).joined(separator: ", ")
        return .refused(
          .severalLabels, "\(set.count) labels are set where one is expected: \(names)")
      }
      guard let only = set.first else { return .missing }
      return values.check(.label(only), question: question)
    case .labels: return values.labels(set, question: question)
    case .someLabels: return set.isEmpty ? .missing : values.labels(set, question: question)
    }
  }
}
