import Domain
import Screen
import Testing
import Workbench

/// `?` on every screen and at every size: nothing is left out, and what cannot be used says why.
@Suite struct HelpTests {
  private static let sizes = [
    Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 120, height: 40),
    Size(width: 200, height: 50),
  ]

  /// What all pages of help say together.
  private func pages(_ place: Place, _ size: Size) -> String {
    var scene = Scene.letters
    scene.size = size
    var model = place == .item ? scene.showing("L-031") : scene.ready
    if place == .clause {
      model = Scene.written.sized(size).writing()
    } else if place != .item {
      model.place = place
    }
    model.press("?")
    var text = ""
    for _ in 0..<30 {
      text += model.drawn.lines.joined(separator: "\n")
      model.press("PgDn")
    }
    return text
  }

  @Test(arguments: Place.allCases)
  func `every command with a key is listed`(place: Place) {
    for size in Self.sizes {
      let text = pages(place, size)
      // Movements that mirror each other share a row with words of its own.
      for command in CommandTable.commands(in: place.scope)
      where !command.keys.isEmpty && command.group != .move && !command.word.hasPrefix("find-") {
        let begins = String(command.help.prefix(8))
        #expect(text.contains(begins), "\(command.id) at \(size.width)×\(size.height)")
      }
    }
  }

  @Test(arguments: Place.allCases)
  func `what was typed is found, Enter does what was found alone`(place: Place) {
    var scene = Scene.letters
    scene.size = Size(width: 80, height: 24)
    var model = place == .item ? scene.showing("L-031") : scene.ready
    if place == .clause {
      model = Scene.written.sized(scene.size).writing()
    } else if place != .item {
      model.place = place
    }
    model.press("?")
    model.type("type a command")
    #expect(model.drawn.lines.contains { $0.contains("type a command") })
    model.press("Enter")
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("no prompt on \(place)")
      return
    }
    #expect(prompt.purpose == .command)
  }

  @Test func `what cannot be used says why`() {
    let text = pages(.queue, Size(width: 120, height: 40))
    #expect(text.contains("not now"))
    #expect(text.contains("nothing is tagged"))
  }
}
