import Domain

/// `[log]`: whose signatures on checkpoints count.
enum LogSection {
  static func read(_ root: RootReader) -> [LogKey] {
    guard let reader = root.table("log", keys: ["keys"]) else { return [] }
    var keys: [LogKey] = []
    for text in reader.texts("keys") ?? [] {
      guard let key = LogKey(text.content) else {
        root.problems.report(
          "\(Quotation.quoted(text.content)) is no key; write it as tiebreak key show prints it",
          at: text.offset)
        continue
      }
      guard !keys.contains(key) else {
        root.problems.report("this key is there already; take it out", at: text.offset)
        continue
      }
      keys.append(key)
    }
    return keys
  }
}
