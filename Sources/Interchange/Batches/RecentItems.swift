import Domain

/// The items seen last, so that an item that stands in every one of its rows is not sorted a hundred
/// times over. Bounded: an item that has been pushed out is simply seen anew.
struct RecentItems {
  private var places = [Item?](repeating: nil, count: 8192)
  private static let payloadLimit = 4096

  /// Remembers the item; false where the very same one is remembered.
  mutating func isNew(_ item: Item) -> Bool {
    let place = item.id.hashValue & (places.count - 1)
    if places[place] == item { return false }
    places[place] = item.payload.length <= Self.payloadLimit ? item : nil
    return true
  }
}

extension Payload {
  /// Bytes of its texts.
  var length: Int {
    switch self {
    case .none: 0
    case .text(let text): text.utf8.count
    case .fields(let fields): fields.reduce(0) { $0 + $1.name.utf8.count + $1.text.utf8.count }
    case .image(let image): image.path.utf8.count
    case .pair(let pair): pair.prompt.utf8.count + pair.first.utf8.count + pair.second.utf8.count
    case .conversation(let turns):
      turns.reduce(0) { $0 + $1.speaker.utf8.count + $1.text.utf8.count }
    }
  }
}
