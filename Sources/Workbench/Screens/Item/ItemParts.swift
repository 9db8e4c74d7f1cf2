import Domain
import Screen

/// What of an item is read: named pieces of text, whatever kind of item it is.
struct ItemParts {
  struct Part {
    let name: String
    let text: String
    /// Whether a blank row goes before it.
    var startsBlock = true
  }

  let parts: [Part]
  /// Slices and length: `news · 34 words`.
  let about: SafeText
  private let facts: [String]

  /// - Parameter isSwapped: whether the second of two answers comes first.
  init(_ item: Item, isSwapped: Bool = false) {
    switch item.payload {
    case .none:
      parts = [
        Part(name: "item", text: "The export names this item without showing it.")
      ]
    case .text(let text): parts = [Part(name: "text", text: text)]
    case .fields(let fields): parts = fields.map { Part(name: $0.name, text: $0.text) }
    case .image(let image):
      var size = "size unknown"
      if let width = image.width, let height = image.height {
        size = "\(width) × \(height) pixels"
      }
      parts = [Part(name: "picture", text: "\(image.path)\n\(size)")]
    case .pair(let pair):
      let answers = [
        Part(name: "answer A", text: pair.first), Part(name: "answer B", text: pair.second),
      ]
      parts =
        [Part(name: "prompt", text: pair.prompt)] + (isSwapped ? answers.reversed() : answers)
    case .conversation(let turns):
      parts = turns.map { Part(name: $0.speaker, text: $0.text) }
    }
    var words = item.slices.map(\.value)
    if case .none = item.payload {
    } else if case .image = item.payload {
    } else if case .pair = item.payload {
    } else {
      words.append(Self.words(in: parts.map(\.text)))
    }
    facts = words
    about = SafeText(words.joined(separator: " · "))
  }

  /// The same in fewer cells: whole facts are left out, the length stays longest.
  func about(width: Int) -> SafeText {
    for start in facts.indices {
      let shorter = SafeText(facts[start...].joined(separator: " · "))
      if shorter.width <= width { return shorter }
    }
    return SafeText()
  }

  /// How many words, counted at blanks; of very long texts only that they are long.
  static func words(in texts: [String]) -> String {
    var count = 0
    var bytes = 0
    for text in texts {
      var isInside = false
      bytes += text.utf8.count
      guard bytes < 200_000 else { return "long" }
      for byte in text.utf8 {
        let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
        if !isBlank, !isInside { count += 1 }
        isInside = !isBlank
      }
    }
    return count == 1 ? "1 word" : "\(Figures.count(count)) words"
  }
}
