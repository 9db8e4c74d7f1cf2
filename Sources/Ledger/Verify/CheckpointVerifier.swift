import Domain

/// Holds checkpoints against a verification of the log that they speak of.
public enum CheckpointVerifier {
  /// A note as it lies beside the log, or was kept elsewhere.
  public struct Stored: Sendable {
    /// The size under which it is kept; nil for one that comes from elsewhere.
    public let size: Int?
    public let bytes: [UInt8]

    public init(size: Int?, bytes: [UInt8]) {
      self.size = size
      self.bytes = bytes
    }
  }

  /// A checkpoint that the log bears out.
  public struct Seal: Hashable, Sendable {
    public let checkpoint: Checkpoint
    /// Known keys that signed it.
    public let signers: [VerifierKey]
  }

  /// A checkpoint that it does not.
  public struct Finding: Hashable, Sendable {
    /// The size that it is kept under, or says.
    public let size: Int
    /// The first position that is certainly not what was sealed, or whose seal is worth nothing.
    public let seq: Int
    public let problem: CheckpointProblem
  }

  public struct Outcome: Sendable {
    /// By size, upwards.
    public fileprivate(set) var seals: [Seal] = []
    /// The one with the lowest position.
    public fileprivate(set) var firstBad: Finding?
  }

  /// The sizes at which a verification has to note the tree, and the state too.
  public static func wants(
    _ notes: [Stored]
  ) -> (sizes: Set<Int>, stateSizes: Set<Int>) {
    let read = notes.compactMap { try? Checkpoint(bytes: $0.bytes) }
    return (Set(read.map(\.size)), Set(read.filter { $0.state != nil }.map(\.size)))
  }

  /// Judges checkpoints.
  ///
  /// Of a log that is broken, those that speak of more than what verifies are passed over.
  ///
  /// - Parameters:
  ///   - report: made with the options that `wants` asks for.
  ///   - keys: those in force at a position.
  public static func verify(
    _ notes: [Stored], against report: VerificationReport, origin: String,
    keys: (Int) -> [VerifierKey]
  ) -> Outcome {
    var outcome = Outcome()
    let trees = Dictionary(report.trees.map { ($0.size, $0) }) { first, _ in first }
    for note in notes {
      do throws(CheckpointProblem) {
        let seal = try seal(note, origin: origin, keys: keys)
        let size = seal.checkpoint.size
        if let tree = trees[size] {
          try requireBorneOut(seal.checkpoint, by: tree)
          outcome.seals.append(seal)
        } else if report.isSound {
          throw .ahead(of: report.head)
        }
      } catch {
        let size = note.size ?? (try? Checkpoint(bytes: note.bytes))?.size ?? 0
        // What is wrong with a note says nothing of a log that ends before it; that it ends does.
        guard report.isSound || size <= report.events else { continue }
        let seq = min(max(0, size - 1), report.events)
        guard seq < outcome.firstBad?.seq ?? Int.max else { continue }
        outcome.firstBad = Finding(size: size, seq: seq, problem: error)
      }
    }
    outcome.seals.sort { $0.checkpoint.size < $1.checkpoint.size }
    return outcome
  }

  private static func seal(
    _ stored: Stored, origin: String, keys: (Int) -> [VerifierKey]
  ) throws(CheckpointProblem) -> Seal {
    let checkpoint: Checkpoint
    let signers: [VerifierKey]
    do throws(NoteProblem) {
      let note = try SignedNote(stored.bytes)
      checkpoint = try Checkpoint(note)
      signers = try note.signers(among: keys(max(0, checkpoint.size - 1)))
    } catch {
      throw .note(error)
    }
    guard checkpoint.origin.utf8.elementsEqual(origin.utf8) else {
      throw .otherLog(origin: checkpoint.origin)
    }
    guard stored.size == nil || stored.size == checkpoint.size else {
      throw .size(found: checkpoint.size)
    }
    return Seal(checkpoint: checkpoint, signers: signers)
  }

  private static func requireBorneOut(
    _ checkpoint: Checkpoint, by tree: VerificationReport.Tree
  ) throws(CheckpointProblem) {
    guard checkpoint.root == tree.root else { throw .root }
    guard checkpoint.head == nil || checkpoint.head == tree.head.hash else { throw .head }
    guard checkpoint.state == nil || checkpoint.state == tree.stateHash else { throw .state }
  }
}

/// Why a checkpoint is not borne out.
public enum CheckpointProblem: Error, Hashable, Sendable {
  case note(NoteProblem)
  /// It speaks of another log.
  case otherLog(origin: String)
  /// It speaks of another size than its name.
  case size(found: Int)
  /// The log ends before it does.
  case ahead(of: Head)
  /// The tree over the first lines has another root: they were rewritten.
  case root
  /// The last line has another hash than the note says.
  case head
  /// Replay adds up to another state than the note says.
  case state
}
