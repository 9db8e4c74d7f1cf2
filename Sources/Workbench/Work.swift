/// A long piece of work beside the screen, as an import: how far it has come.
package struct Work: Hashable, Sendable {
  /// What is being worked on: a file's name.
  package let name: String
  /// What is being done to it, in a word: reading, filing.
  package let stage: String
  /// In bytes.
  package let done: Int
  package let total: Int
  /// Whether it was asked to stop.
  package var isStopping = false

  package init(name: String, stage: String, done: Int, total: Int) {
    self.name = name
    self.stage = stage
    self.done = done
    self.total = total
  }

  /// What is done at once is not shown: only what has told how far it is.
  package var isShown: Bool { total > 0 || isStopping }

  /// From 0 to 1.
  package var share: Double {
    total > 0 ? min(1, max(0, Double(done) / Double(total))) : 0
  }
}

extension Model {
  /// A piece of work goes on, or has ended.
  mutating func take(_ work: Work?) {
    let isStopping = self.work?.isStopping ?? false
    self.work = work
    self.work?.isStopping = isStopping
  }

  /// Asks the work under way to stop.
  mutating func stopWork() -> [Effect] {
    guard work != nil else { return [] }
    work?.isStopping = true
    return [.cancelWork]
  }
}
