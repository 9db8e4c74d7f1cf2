import Domain

/// Label Studio's JSON export: an array of tasks, one task, or a task a line.
enum LabelStudioFormat {
  static let format = ImportFormat(
    name: "label-studio",
    summary: "Label Studio's JSON export, with several annotations and predictions a task",
    losses: [
      "drafts, reviews and histories", "regions that are no spans or rectangles",
      "relations between regions", "which region a choice about a region belongs to",
      "ids of annotations and regions", "scores of single regions", "fields that are no payload",
      "more than three decimals of lead_time",
    ],
    recognises: { prefix in
      guard let first = prefix.bytes.first(where: { $0 > 0x20 && $0 < 0x80 }),
        "[{".utf8.contains(first)
      else { return false }
      return ["\"annotations\"", "\"completions\"", "\"predictions\"", "\"data\""]
        .contains { prefix.bytes.contains(Array($0.utf8)) }
    },
    reader: { source, options, diagnostics, sink throws(InterchangeError) in
      var importer = try TaskImporter(source, options, diagnostics, sink)
      try importer.run()
    }, scanner: nil)
}
