/// What was given out to be annotated.
public struct Item: Hashable, Sendable {
  public let id: ItemID
  public let payload: Payload
  /// Properties to cut the data by, `lang=en`, in byte order of their keys, each key once.
  public let slices: [Slice]
  /// The name of the source it came from; nil for a bare file.
  public let source: String?

  public init(id: ItemID, payload: Payload, slices: [Slice] = [], source: String? = nil) {
    self.id = id
    self.payload = payload
    self.slices = slices.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    self.source = source
  }
}

/// One property of an item.
public struct Slice: Hashable, Sendable {
  public let key: String
  public let value: String

  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}
