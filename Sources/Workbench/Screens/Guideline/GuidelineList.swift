import Domain
import Screen

/// The lines of the list: clauses by number, labels, policies, versions.
struct GuidelineList {
  /// What the bar can stand on.
  enum Part: Hashable {
    case clause(ClauseID)
    case label(LabelID)
    case policy(PolicyID)
    /// What the next publication would put in force.
    case pending
    case version(Int)
    /// A clause that is being written and was not sent.
    case unsent(FormTarget)
  }

  struct Line: Hashable {
    var part: Part?
    var heading = SafeText()
    var right = SafeText()
  }

  let lines: [Line]

  /// - Parameter forms: what was written and not sent.
  init(_ page: GuidelinePage, _ forms: [FormTarget: FormDraft] = [:]) {
    let guideline = page.guideline
    let clauses = guideline.clauses.keys.sorted {
      ($0.number ?? .max, $0) < ($1.number ?? .max, $1)
    }
    var lines: [Line] = []
    func add(_ heading: SafeText, _ right: SafeText, _ parts: [Part]) {
      guard !parts.isEmpty else { return }
      if !lines.isEmpty { lines.append(Line()) }
      lines.append(Line(heading: heading, right: right))
      lines += parts.map { Line(part: $0) }
    }
    let unsent = forms.keys.filter {
      if case .new = $0 { true } else { false }
    }
    add("not sent", "", unsent.sorted { $0.order < $1.order }.map { .unsent($0) })
    add("clauses", "cited", clauses.map { .clause($0) })
    add("labels", "ruled", page.labels.map { .label($0.definition.id) })
    let policies = guideline.sections.keys.sorted().compactMap { id -> Part? in
      if case .policy(let policy) = id { .policy(policy) } else { nil }
    }
    add("policies", "", policies)
    var versions = guideline.versions.reversed().map { Part.version($0.number) }
    if !guideline.pending.isEmpty { versions.insert(.pending, at: 0) }
    add("versions", "", versions)
    self.lines = lines
  }

  func part(at line: Int) -> Part? {
    lines.indices.contains(line) ? lines[line].part : nil
  }

  /// The nearest line at or after one that the bar can stand on; before it where there is none.
  func landing(near line: Int, isDownwards: Bool) -> Int {
    let line = max(0, min(line, lines.count - 1))
    let after = lines.indices.dropFirst(line).first { lines[$0].part != nil }
    let before = lines.indices.prefix(line + 1).last { lines[$0].part != nil }
    return (isDownwards ? after ?? before : before ?? after) ?? 0
  }
}
