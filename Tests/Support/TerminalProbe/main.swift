@preconcurrency import Glibc
import Screen
import Terminal
import ThemeCatalog

/// A program that shows what reaches it, for the tests of the terminal.
///
/// `q` quits, `H` hangs, `^Z` stops, `T` traps, `E` writes to standard error, `Y` yields the terminal, `W` is woken by a
/// thread, `S` scrolls, `M` shows every role.

func text(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

func describe(_ event: InputEvent) -> SafeText {
  switch event {
  case .key(let key): "key \(key.name)"
  case .paste(let text): "paste \(text)"
  case .resize(let size): "resize \(size.width)x\(size.height)"
  case .mouse(let mouse): "mouse \(mouse.position.row),\(mouse.position.column)"
  case .woken: "woken"
  case .ended: "ended"
  }
}

func draw(_ size: Size, last: [SafeText], first: Int, depth: ColourDepth, showsRoles: Bool) -> Grid
{
  var grid = Grid(size: size)
  grid.fill(Rect(row: 0, column: 0, width: size.width, height: 1), ground: .title)
  grid.put("probe \(size.width)x\(size.height)", at: Position(row: 0, column: 1))
  grid.putRight("depth \(depth.rawValue)", row: 0, end: size.width - 1, role: .good)
  grid.put("last: ", at: Position(row: 1, column: 1), attributes: .bold)
  var column = 7
  for event in last {
    column += grid.put("[\(event)]", at: Position(row: 1, column: column), role: .accent) + 1
  }
  grid.put("wide 日本語|é|e\u{301}|👩‍👩‍👧|🇩🇪|", at: Position(row: 2, column: 1))
  grid.put(
    SafeText("hostile \u{202E}abc\u{1B}[31m\u{200B}"), at: Position(row: 3, column: 1), role: .dim)
  Bar(share: 0.6, width: 12, role: .label1).draw(in: &grid, at: Position(row: 4, column: 1))
  RatingDots([.init(role: .label1, people: 3), .init(role: .label2, people: 2, models: 1)])
    .draw(in: &grid, at: Position(row: 4, column: 16), width: 20)
  grid.put(" .31", at: Position(row: 4, column: 40), role: .heat5)
  if showsRoles {
    for (index, role) in Role.allCases.enumerated() where 6 + index < size.height - 1 {
      let row = 6 + index
      for (place, ground) in Ground.allCases.enumerated() {
        grid.fill(Rect(row: row, column: place * 16, width: 16, height: 1), ground: ground)
        grid.put(
          SafeText(role.name), at: Position(row: row, column: place * 16 + 1), width: 14, role: role
        )
      }
    }
  } else {
    for row in 6..<max(6, size.height - 2) {
      grid.put("row \(first + row - 6)", at: Position(row: row, column: 3), role: .dim)
    }
  }
  HintLine(
    [Hint(key: "q", text: "quit"), Hint(key: "^Z", text: "stop")],
    help: Hint(key: "?", text: "help")
  ).draw(in: &grid, row: size.height - 1)
  return grid
}

func run() -> Int32 {
  let session: TerminalSession
  do throws(TerminalError) {
    let theme = (try? ThemeCatalog.theme(named: text("PROBE_THEME") ?? "dark")) ?? nil
    session = try TerminalSession(
      TerminalOptions(
        type: text("TERM") ?? "dumb", theme: theme ?? ThemeCatalog.standard,
        isColourRefused: !(text("NO_COLOR") ?? "").isEmpty,
        prefersASCII: text("PROBE_ASCII") != nil, wantsMouse: text("PROBE_MOUSE") != nil))
  } catch {
    fputs(error.sentence.plain + "\n", stderr)
    return 2
  }
  var last: [SafeText] = []
  var first = 0
  var showsRoles = text("PROBE_ROLES") != nil
  while true {
    session.present(
      draw(session.size, last: last, first: first, depth: session.depth, showsRoles: showsRoles),
      cursor: nil)
    let events = session.events(within: nil)
    last = events.map(describe)
    for event in events {
      switch event {
      case .ended:
        _ = session.close()
        print("ended")
        return 3
      case .key(.character("q")):
        let captured = session.close()
        if !captured.bytes.isEmpty { fputs(SafeText(captured).plain + "\n", stderr) }
        print("bye")
        return 0
      case .key(.character("H")):
        print("hung")
        while true { pause() }
      case .key(.character("X")): exit(4)
      case .key(.character("T")):
        fputs("about to trap\n", stderr)
        preconditionFailure("the probe was asked to trap")
      case .key(.character("E")): fputs("written \u{1B}[31munder the screen", stderr)
      case .key(.character("S")): first += 1
      case .key(.character("M")): showsRoles.toggle()
      case .key(.control("z")): session.suspend()
      case .key(.character("Y")):
        session.yield {
          print("yielded")
          _ = getchar()
        }
      case .key(.character("W")):
        let waker = session.waker
        let thread = UnsafeMutablePointer<pthread_t>.allocate(capacity: 1)
        let box = Unmanaged.passRetained(Waker(waker))
        pthread_create(
          thread, nil,
          { argument in
            if let argument {
              Unmanaged<Waker>.fromOpaque(argument).takeRetainedValue().wake()
            }
            return nil
          }, box.toOpaque())
      default: break
      }
    }
  }
}

final class Waker {
  let wake: @Sendable () -> Void
  init(_ wake: @escaping @Sendable () -> Void) { self.wake = wake }
}

setvbuf(stdout, nil, _IONBF, 0)
exit(run())
