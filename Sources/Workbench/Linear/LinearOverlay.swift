import Domain
import Screen

/// What floats over a screen, as lines.
struct LinearOverlay {
  let lines: [String]

  init(_ model: Model) {
    switch model.overlay {
    case .help(let find, _): lines = Self.help(model, find)
    case .precedents(let place):
      // The one under the bar: its ruling, then what can be done with it.
      let pages = OverlayPages(model)
      lines =
        [Spoken.line(pages.title) + ":"]
        + pages.lines.dropFirst(2 * place).prefix(2).map(Self.words)
        + ["Enter reads it, p rules the same, P sets it apart"]
    case .alike:
      let pages = OverlayPages(model)
      lines =
        [Spoken.line(pages.title) + ":"]
        + pages.lines.dropFirst(model.alike?.place ?? 0).prefix(1).map(Self.words)
        + ["Enter opens it, t chooses it, ; rules all, or those chosen"]
    case .votes, .history, .why, .changed:
      let pages = OverlayPages(model)
      lines = [Spoken.line(pages.title) + ":"] + pages.lines.map(Self.words)
    default: lines = Self.drawn(model)
    }
  }

  private static func help(_ model: Model, _ find: String) -> [String] {
    let contents = HelpContents(model, find: find)
    let title = find.isEmpty ? "keys, type to find one:" : "keys with \(SafeText.line(find)):"
    guard !contents.matches.isEmpty else { return [title, "no key does that here"] }
    return [title]
      + contents.groups.flatMap { group in
        [group.title + ":"]
          + group.entries.map { entry in
            let reason = entry.reason.map { "; " + Spoken.line($0) } ?? ""
            return "\(entry.keys), \(entry.help)\(reason)"
          }
          + group.signs.compactMap(Self.words)
      }
  }

  /// Signs are words here already; what is left are terms, and the state of the log.
  private static func words(_ sign: HelpSigns.Sign) -> String? {
    if sign.isState { return sign.text }
    let isTerm = sign.glyph.plain.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    return isTerm ? "\(sign.glyph.plain), \(sign.text)" : nil
  }

  private static func words(_ line: OverlayPages.Line) -> String {
    Spoken.list([Spoken.line(line.left), line.text.plain, Spoken.line(line.right)])
  }

  /// Whatever has no words of its own is read off its drawing.
  private static func drawn(_ model: Model) -> [String] {
    var model = model
    model.size = Size(width: 80, height: 40)
    var grid = Grid(size: model.size)
    if !model.typed.isEmpty { WhichKeyView(model).draw(in: &grid) }
    OverlayView(model).draw(in: &grid)
    return LinearGrid(grid).lines
  }
}
