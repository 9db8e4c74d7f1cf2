package import Domain
import Ledger

/// What the ids of a batch for annotators stand for, and which of its items are gold: kept from them.
///
/// One canonical JSON object, so that its SHA-256 says which key an import was read with.
package struct BatchKey: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// The id in the batch.
    package let shown: ItemID
    package let item: ItemID
    package let isGold: Bool

    package init(shown: ItemID, item: ItemID, isGold: Bool) {
      self.shown = shown
      self.item = item
      self.isGold = isGold
    }
  }

  private static let format = "tiebreak-key/1"
  /// Rounds of answers to gold among other items begin so.
  static let roundPrefix = "gold-"

  package let project: OperationID
  /// The round that answers to its gold come in as.
  package let round: String
  /// In byte order of the ids shown, each once.
  package let entries: [Entry]
  private let byShown: [ItemID: Entry]

  package init(project: OperationID, round: String, entries: [Entry]) {
    self.project = project
    self.round = round
    self.entries = entries.sorted { $0.shown < $1.shown }
    byShown = Dictionary(entries.map { ($0.shown, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What an id of the batch stands for; nil for one that is not in it.
  package subscript(shown: ItemID) -> Entry? { byShown[shown] }

  package var bytes: [UInt8] {
    let items = entries.map { entry in
      CanonicalValue.array(
        [.string(entry.shown.text), .string(entry.item.text)] + (entry.isGold ? [true] : []))
    }
    return Canonical.bytes(
      .object([
        "format": .string(Self.format), "project": .string(project.hex),
        "round": .string(round), "items": .array(items),
      ])) + [0x0A]
  }

  /// SHA-256 of `bytes`: part of what makes an import with it the same.
  package var digest: Digest { .sha256(of: bytes) }

  /// Reads back what `bytes` writes, and nothing else.
  package init?(_ bytes: [UInt8]) {
    guard bytes.last == 0x0A,
      let object = (try? CanonicalReader.read(Array(bytes.dropLast())))?.object,
      object["format"]?.string == Self.format,
      let project = object["project"]?.string.flatMap({ OperationID(hex: $0) }),
      let round = object["round"]?.string, let items = object["items"]?.array
    else { return nil }
    let entries = items.compactMap { item -> Entry? in
      guard let parts = item.array, let shown = parts.first?.string, parts.count > 1,
        let name = parts[1].string, parts.count == 2 || (parts.count == 3 && parts[2] == true)
      else { return nil }
      return Entry(shown: ItemID(shown), item: ItemID(name), isGold: parts.count == 3)
    }
    self.init(project: project, round: round, entries: entries)
    guard entries.count == items.count, byShown.count == items.count, self.bytes == bytes else {
      return nil
    }
  }
}
