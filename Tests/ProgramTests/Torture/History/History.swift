/// What clients saw while they worked: what they asked for, what they were told, and when.
struct History {
  /// One thing that was asked for, with all its attempts: they carry one id.
  struct Operation {
    enum Outcome: Equatable {
      case ok(seq: Int)
      case refused
      /// The answer never came, or was that nobody knows.
      case unknown
    }

    let op: String
    /// When it was asked for first, and when the last answer came; nil: none came. One clock for all.
    let began: UInt64
    var ended: UInt64?
    var outcome: Outcome
  }

  /// One look at the log's end.
  struct Reading {
    let reader: Int
    let began: UInt64
    let ended: UInt64
    /// The last position, and its hash.
    let seq: Int
    let hash: String
  }

  var operations: [Operation] = []
  var readings: [Reading] = []
}

extension History.Operation.Outcome {
  var isOk: Bool {
    if case .ok = self { true } else { false }
  }
}
