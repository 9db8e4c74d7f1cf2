import Domain
package import Interchange
package import Ledger

/// What a proof shows to somebody who has nothing but it and, at best, a key.
package struct ProofCheck: Sendable {
  /// What was proved, in one sentence; nil where nothing was.
  private let shown: String?
  /// Why not.
  private let problem: String?
  /// Who signed the trees that it leads to, of the keys that were named.
  private let signers: [VerifierKey]

  package var isGood: Bool { problem == nil }

  package var lines: [String] {
    if let problem { return ["NOT PROVED: \(problem)"] }
    let trust =
      signers.isEmpty
      ? "Whose log that is was not checked: name the key that signs it with --key."
      : "Signed by \(signers.map(\.idText).joined(separator: ", "))."
    return [shown ?? "", trust]
  }

  package var json: JSONText {
    [
      "good": .boolean(isGood), "shown": shown.map { .string($0) } ?? .null,
      "problem": problem.map { .string($0) } ?? .null,
      "signers": .array(signers.map { .string($0.text) }),
    ]
  }

  /// Checks the bytes of a proof.
  ///
  /// - Parameter keys: those that are trusted. Where one is named, each tree that the proof leads to
  ///   must be signed by one of them.
  package init(_ bytes: [UInt8], keys: [VerifierKey]) {
    var shown: String?
    var signers: [VerifierKey] = []
    var problem: String?
    do throws(ProofProblem) {
      let proof = try ProofReader(bytes).proof
      shown = try Self.judge(proof)
      signers = try Self.signers(of: proof, among: keys)
    } catch {
      problem = error.sentence
    }
    self.shown = problem == nil ? shown : nil
    self.signers = signers
    self.problem = problem
  }

  private static func judge(_ proof: LogProof) throws(ProofProblem) -> String {
    switch proof.claim {
    case .inclusion(let path, let line, let root):
      let head: Head
      do throws(PayloadProblem) {
        head = try ProvedLine.head(of: line)
      } catch {
        throw ProofProblem("the line is no event of this format.")
      }
      guard head.seq == path.index else {
        throw ProofProblem("the line is event \(head.seq), not \(path.index).")
      }
      guard path.verifies(leaf: TreeHash(leaf: head.hash), root: root) else {
        throw ProofProblem("the path does not lead from the line to the root.")
      }
      return "Event \(path.index) stands as shown in the log of \(path.size) events with the root "
        + "\(root.hex)."
    case .consistency(let path, let olderRoot, let newerRoot):
      guard path.verifies(olderRoot: olderRoot, newerRoot: newerRoot) else {
        throw ProofProblem("the path does not lead to both roots.")
      }
      return "The log of \(path.newer) events with the root \(newerRoot.hex) begins with the "
        + "\(path.older) of the root \(olderRoot.hex)."
    }
  }

  private static func signers(
    of proof: LogProof, among keys: [VerifierKey]
  ) throws(ProofProblem) -> [VerifierKey] {
    var wanted: [Int: TreeHash] = [:]
    switch proof.claim {
    case .inclusion(let path, _, let root): wanted[path.size] = root
    case .consistency(let path, let olderRoot, let newerRoot):
      if path.older > 0 { wanted[path.older] = olderRoot }
      wanted[path.newer] = newerRoot
    }
    var signers: [VerifierKey] = []
    for note in proof.checkpoints {
      let checkpoint: Checkpoint
      var known: [VerifierKey] = []
      do throws(NoteProblem) {
        checkpoint = try Checkpoint(note)
        if !keys.isEmpty { known = try note.signers(among: keys) }
      } catch {
        throw ProofProblem(
          error == .unknownSigner
            ? "a checkpoint in it is not signed by the key that was named."
            : "a checkpoint in it is none: \(Words.problem(error)).")
      }
      guard checkpoint.origin.utf8.elementsEqual(proof.origin.utf8),
        wanted.removeValue(forKey: checkpoint.size) == checkpoint.root
      else { throw ProofProblem("a checkpoint in it is of another log or tree.") }
      for key in known where !signers.contains(key) { signers.append(key) }
    }
    guard keys.isEmpty || wanted.isEmpty else {
      throw ProofProblem("it holds no checkpoint of \(wanted.keys.min() ?? 0) events.")
    }
    return signers
  }
}

/// Why a proof shows nothing, as the rest of a sentence.
struct ProofProblem: Error {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
