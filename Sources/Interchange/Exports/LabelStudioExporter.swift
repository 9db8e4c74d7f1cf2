public import Domain

/// Writes Label Studio's JSON: a task an item, an annotation for each annotator, the models' votes as
/// predictions, and what was ruled as one more annotation with `ground_truth: true`.
///
/// Members that Label Studio does not know (`questions`, `round`, `confidence`, `flagged`) tell the
/// reader `label-studio` what the format has no place for.
public struct LabelStudioExporter {
  /// What of a project does not come back.
  public static let losses = [
    "a set of one label comes back as a label, unless the mapping expects labels",
    "the spelling of numbers: 3.50 comes back as 3.5",
    "fields that are shaped like a text, an image, a pair or a conversation come back as one",
    "the size of an image, and the item's source", "fields of one item with the same name",
    "a model's vote without a name comes back under the name model",
    "an annotator with an empty name, and an empty note or round",
    "where gold comes from, who ruled, the reason, the clauses",
    "gold without a value", "answers to trials",
  ]

  private let sink: ByteSink
  private var buffer = Array("[".utf8)
  private var count = 0
  private static let flushSize = 64 * 1024

  public init(sink: @escaping ByteSink) {
    self.sink = sink
  }

  /// Appends an item with everything that was said about it.
  public mutating func append(
    _ item: Item, ratings: [Rating], gold: [GoldRow]
  ) throws(InterchangeError) {
    let results = ResultWriter(payload: item.payload)
    let people = ratings.filter { $0.origin != .model }
    let models = ratings.filter { $0.origin == .model }
    var annotations = AnnotationGroup.groups(people).map { results.annotation($0) }
    annotations += gold.compactMap { results.annotation($0) }
    let members: [JSONText.Member] = [
      .init("id", Self.id(item.id)), .init("data", TaskDataWriter.data(item.payload)),
      .init("meta", .object(item.slices.map { .init($0.key, .string($0.value)) })),
      .init("annotations", .array(annotations)),
      .init(
        "predictions", .array(AnnotationGroup.groups(models).map { results.annotation($0) })),
    ]
    buffer.append(contentsOf: (count > 0 ? ",\n" : "\n").utf8)
    JSONText.object(members).append(to: &buffer)
    count += 1
    if buffer.count >= Self.flushSize { try flush() }
  }

  /// Ends the array and hands what is left to the sink.
  public mutating func finish() throws(InterchangeError) {
    buffer.append(contentsOf: "\n]\n".utf8)
    try flush()
  }

  private mutating func flush() throws(InterchangeError) {
    try buffer.withUnsafeBufferPointer { bytes throws(InterchangeError) in
      try sink(UnsafeRawBufferPointer(bytes))
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// A number where the id is the digits of one, as Label Studio's own are.
  private static func id(_ id: ItemID) -> JSONText {
    if let number = Int(id.text), String(number) == id.text { return .integer(number) }
    return .string(id.text)
  }
}
