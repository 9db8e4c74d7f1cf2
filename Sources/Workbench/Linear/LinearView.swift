import Domain
import Screen

/// A model as somebody hears it: the sentence first, then what the screen is about, line by line.
package enum LinearView {
  /// What a model says now. Pure, like `view`, of which it is the twin.
  package static func page(_ model: Model) -> LinearPage {
    var page = LinearPage()
    guard !model.isTooSmall else {
      page.sentence = "\(model.size.width) by \(model.size.height) is too small; q quits"
      return page
    }
    page.place = place(model)
    let sentence = Sentence(model)
    page.sentence = Spoken.line(sentence.lead)
    page.advice = Spoken.line(sentence.tail)
    switch model.place {
    case .queue: LinearQueue(model).fill(&page)
    case .item: LinearItem(model).fill(&page)
    default: fill(&page, from: model)
    }
    if model.overlay != nil || !model.typed.isEmpty { page.overlay = LinearOverlay(model).lines }
    page.asking = asking(model)
    page.notice = model.notice.map { Spoken.line(SafeText($0.text)) } ?? ""
    page.work = model.work.flatMap { $0.isShown ? work($0) : nil } ?? ""
    return page
  }

  /// A fourth is worth a line, a percent is not.
  private static func work(_ work: Work) -> String {
    let name = "\(work.stage) \(SafeText.line(work.name))"
    if work.isStopping { return name + ", stopping" }
    return "\(name), \(Int(work.share * 4) * 25) percent"
  }

  /// A screen without words of its own is read off its drawing.
  private static func fill(_ page: inout LinearPage, from model: Model) {
    guard let screen = model.placeScreen else { return }
    var grid = Grid(size: model.size)
    screen.draw(in: &grid)
    let drawing = LinearGrid(grid)
    page.drawn = drawing.lines
    page.position = screen.heard.isEmpty ? drawing.current : screen.heard
  }

  private static func place(_ model: Model) -> String {
    guard model.place == .item, let item = model.item else { return model.place.rawValue }
    let name = "item \(SafeText.line(item.unit.item.text))"
    guard item.questions.count > 1 else { return name }
    return name + ", question \(SafeText.line(item.unit.question.text))"
  }

  private static func asking(_ model: Model) -> LinearPage.Asking? {
    switch model.asking {
    case .nothing: nil
    case .alarm(let text): .line("problem: " + Spoken.line(SafeText(text)))
    case .question(let question):
      .line(
        "question: \(Spoken.line(SafeText(question.text))) "
          + "\(question.letter) \(question.word), Enter \(question.safe)")
    case .prompt(let prompt): .prompt(LinearPrompt(prompt, model))
    }
  }
}
