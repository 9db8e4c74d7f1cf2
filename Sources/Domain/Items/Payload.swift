/// What of an item is shown to people.
public enum Payload: Hashable, Sendable {
  /// The export names items without showing them.
  case none
  case text(String)
  case fields([Field])
  case image(ImageReference)
  case pair(ResponsePair)
  case conversation([Turn])
}

/// A named piece of text.
public struct Field: Hashable, Sendable {
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// One turn of a conversation.
public struct Turn: Hashable, Sendable {
  public let speaker: String
  public let text: String

  public init(speaker: String, text: String) {
    self.speaker = speaker
    self.text = text
  }
}

/// A picture by its path relative to `media/`; never opened elsewhere, never fetched.
public struct ImageReference: Hashable, Sendable {
  public let path: String
  /// Pixels; nil where the export does not say.
  public let width: Int?
  public let height: Int?

  public init(path: String, width: Int?, height: Int?) {
    self.path = path
    self.width = width
    self.height = height
  }
}

/// Two answers to one prompt.
public struct ResponsePair: Hashable, Sendable {
  public let prompt: String
  public let first: String
  public let second: String

  public init(prompt: String, first: String, second: String) {
    self.prompt = prompt
    self.first = first
    self.second = second
  }
}

extension Payload {
  /// All that people read of it, in the order in which they do; a picture's path stands for it.
  public var texts: [String] {
    switch self {
    case .none: []
    case .text(let text): [text]
    case .fields(let fields): fields.map(\.text)
    case .image(let image): [image.path]
    case .pair(let pair): [pair.prompt, pair.first, pair.second]
    case .conversation(let turns): turns.map(\.text)
    }
  }
}
