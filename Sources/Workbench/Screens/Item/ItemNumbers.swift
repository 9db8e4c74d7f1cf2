import Domain
import Screen

extension Contest {
  /// The middle of people's numbers, as one would type it; nil without ratings.
  var typedMedian: String? {
    guard kind == .number else { return nil }
    let middle = median { value in
      if case .number(let number) = value { number.double } else { nil }
    }
    return middle.map { Self.typed($0, places: decimals + 1) }
  }

  /// A number that was typed, moved by the smallest step that the ratings show.
  func stepped(_ text: String, by steps: Int) -> String? {
    let start = text.isEmpty ? typedMedian : text
    guard let number = start.flatMap({ Number($0.replacing("−", with: "-")) }) else { return nil }
    var step = 1.0
    for _ in 0..<decimals { step /= 10 }
    return Self.typed(number.double + Double(steps) * step, places: decimals + 1)
  }

  /// Most digits behind the point among the ratings.
  private var decimals: Int {
    entries.reduce(0) { most, entry in
      guard case .number(let number) = entry.value else { return most }
      return max(most, min(6, -number.exponent))
    }
  }

  /// With as few digits as say it.
  private static func typed(_ number: Double, places: Int) -> String {
    var text = Figures.fixed(number, places: places).replacing("−", with: "-")
    while text.contains("."), text.last == "0" || text.last == "." {
      let isPoint = text.last == "."
      text.removeLast()
      if isPoint { break }
    }
    return text
  }
}

extension Model {
  /// Begins a number at the middle of what people said; Enter then rules it.
  mutating func beginNumber() -> [Effect] {
    guard !hidesVotes, let median = item?.contest.typedMedian else { return [] }
    asking = .prompt(Prompt(.number, median))
    return []
  }

  /// `+` and `-` move a number that is being typed; a minus before any digit is its sign.
  func step(_ prompt: inout Prompt, with key: Key) -> Bool {
    guard prompt.purpose == .number else { return false }
    let text = prompt.editor.text
    let steps: Int
    switch key {
    case .character("+"), .up: steps = 1
    case .down: steps = -1
    case .character("-") where !text.isEmpty && Number(text) != nil: steps = -1
    default: return false
    }
    if text.isEmpty, hidesVotes { return true }
    if let moved = item?.contest.stepped(text, by: steps) { prompt.editor = LineEditor(moved) }
    prompt.problem = nil
    return true
  }
}
