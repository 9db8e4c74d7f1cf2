package import Domain

/// Items that were read before their rows are reached, so that moving the bar shows them at once.
///
/// Nothing here is on screen: two of them are always equal, so that what is read ahead is no reason to
/// paint.
package struct ReadAhead: Hashable, Sendable {
  /// Items that are kept; what was read first gives way.
  private static let limit = 24
  /// Rows read ahead in the direction of the last move.
  static let distance = 4

  private var dossiers: [ItemID: Dossier] = [:]
  private var order: [ItemID] = []
  private var requested: Set<ItemID> = []

  package init() {}

  package subscript(item: ItemID) -> Dossier? { dossiers[item] }

  /// Whether an item is neither there nor on its way.
  func lacks(_ item: ItemID) -> Bool {
    dossiers[item] == nil && !requested.contains(item)
  }

  /// Whether an item was asked for and has not come.
  func awaits(_ item: ItemID) -> Bool { requested.contains(item) }

  mutating func ask(for item: ItemID) {
    requested.insert(item)
  }

  mutating func take(_ dossier: Dossier) {
    let item = dossier.item.id
    requested.remove(item)
    if dossiers.updateValue(dossier, forKey: item) == nil { order.append(item) }
    while order.count > Self.limit { dossiers[order.removeFirst()] = nil }
  }

  /// There is no such item, or what was read of it is old.
  mutating func forget(_ item: ItemID) {
    requested.remove(item)
    guard dossiers.removeValue(forKey: item) != nil else { return }
    order.removeAll { $0 == item }
  }

  /// Everything that was read may be old.
  mutating func forgetAll() {
    self = ReadAhead()
  }

  package static func == (left: Self, right: Self) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}
}
