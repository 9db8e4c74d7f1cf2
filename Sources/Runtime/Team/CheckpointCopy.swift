import Ledger

/// Copies signed notes from one shelf to another.
enum CheckpointCopy {
  /// What is there already stays as it is where it says the same.
  static func run(
    from source: any CheckpointShelf, to target: any CheckpointShelf
  ) throws(LedgerError) {
    for size in try source.sizes() {
      guard let note = try source.note(of: size), try target.note(of: size) != note else {
        continue
      }
      try target.put(note, of: size)
    }
  }
}
