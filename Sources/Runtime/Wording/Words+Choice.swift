extension Words {
  /// Something has to be chosen from what there is.
  ///
  /// - Parameter option: how to choose, where nothing was wanted yet.
  package static func choose(
    _ noun: String, among names: [String], wanted: String?, with option: String
  ) -> String {
    guard !names.isEmpty else { return "There is no \(noun) here." }
    let known = list(names.map { name($0) }, limit: 20)
    guard let wanted else { return "Which \(noun)? Choose with \(option): \(known)." }
    return "There is no \(noun) \(quoted(wanted)). There are: \(known)."
  }
}
