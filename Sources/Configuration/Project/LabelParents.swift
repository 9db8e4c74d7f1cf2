import Domain

/// Which label stands below which, and whether any stands below itself.
struct LabelParents {
  private var parents: [LabelID: Located<LabelID>] = [:]
  /// In the order of the file.
  private var children: [LabelID] = []

  /// The first parent counts; a second label of the same id is reported elsewhere.
  mutating func add(_ parent: Located<LabelID>, of label: LabelID) {
    guard parents[label] == nil else { return }
    parents[label] = parent
    children.append(label)
  }

  /// Reports each circle once, at its first label. O(labels).
  func reportCycles(to problems: ProblemCollector) {
    var walks: [LabelID: Int] = [:]
    for (walk, start) in children.enumerated() {
      var label = start
      while walks[label] == nil, let parent = parents[label] {
        walks[label] = walk
        label = parent.content
      }
      guard walks[label] == walk else { continue }
      report(cycleThrough: label, to: problems)
    }
  }

  private func report(cycleThrough label: LabelID, to problems: ProblemCollector) {
    var cycle = [label]
    while let parent = cycle.last.flatMap({ parents[$0] })?.content, parent != label {
      cycle.append(parent)
    }
    let first = cycle.min { (parents[$0]?.offset ?? 0) < (parents[$1]?.offset ?? 0) } ?? label
    guard let offset = parents[first]?.offset else { return }
    let name = Quotation.quoted(first.text)
    let what =
      cycle.count == 1
      ? "label \(name) is its own parent"
      : "label \(name) stands below itself, by way of \(cycle.count - 1) other"
        + (cycle.count == 2 ? "" : "s")
    problems.report("\(what); take out one parent", at: offset)
  }
}
