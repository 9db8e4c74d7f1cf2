import Domain

/// The words of a part of the guideline, for finding it.
enum GuidelineSearch {
  static func text(of part: GuidelineList.Part, _ page: GuidelinePage) -> String {
    switch part {
    case .clause(let id):
      let text = page.guideline.clauses[id]?.content
      let examples = (text?.examples ?? []) + (text?.counterExamples ?? [])
      let words = [id.text, text?.title ?? "", text?.statement ?? ""]
      return (words + (text?.labels.map(\.text) ?? []) + examples.map(\.text))
        .joined(separator: "\n")
    case .label(let id):
      let name = page.labels.first { $0.definition.id == id }?.definition.name ?? ""
      let section = page.guideline.sections[.label(id)]?.content ?? ""
      return [id.text, name, section].joined(separator: "\n")
    case .policy(let id):
      return id.text + "\n" + (page.guideline.sections[.policy(id)]?.content ?? "")
    case .pending: return "draft"
    case .unsent: return "not sent"
    case .version(let number):
      guard let version = page.guideline.versions.first(where: { $0.number == number }) else {
        return ""
      }
      return "v\(number)\n\(version.by.text)\n\(version.at.text)"
    }
  }
}
