import Domain
import Interchange
import Ledger

/// Reads the JSON of a proof, strictly.
struct ProofReader {
  let proof: LogProof

  init(_ bytes: [UInt8]) throws(ProofProblem) {
    let json: JSONText
    do throws(JSONProblem) {
      json = try JSONText.read(bytes)
    } catch {
      throw ProofProblem("the file \(error.reason).")
    }
    guard case .object(let members) = json else { throw ProofProblem("the file is no object.") }
    let fields = Fields(members)
    guard try fields.text("format") == LogProof.format else {
      throw ProofProblem("it is not of the format \(LogProof.format).")
    }
    var notes: [SignedNote] = []
    for text in try fields.texts("checkpoints") {
      do throws(NoteProblem) {
        notes.append(try SignedNote(Array(text.utf8)))
      } catch {
        throw ProofProblem("a checkpoint in it is none: \(Words.problem(error)).")
      }
    }
    proof = LogProof(
      origin: try fields.text("origin"), claim: try Self.claim(fields), checkpoints: notes)
    try fields.requireNoOthers()
  }

  private static func claim(_ fields: Fields) throws(ProofProblem) -> LogProof.Claim {
    switch try fields.text("proof") {
    case "inclusion":
      let proof = InclusionProof(
        index: try fields.count("seq"), size: try fields.count("size"),
        path: try fields.hashes("path"))
      return .inclusion(
        proof, line: Array((try fields.text("line") + "\n").utf8), root: try fields.hash("root"))
    case "consistency":
      let proof = ConsistencyProof(
        older: try fields.count("older"), newer: try fields.count("newer"),
        path: try fields.hashes("path"))
      return .consistency(
        proof, olderRoot: try fields.hash("older_root"), newerRoot: try fields.hash("newer_root"))
    default: throw ProofProblem("it is neither of inclusion nor of consistency.")
    }
  }

  /// Members by their names, and which of them were asked for.
  private final class Fields {
    private var members: [String: JSONText] = [:]

    init(_ members: [JSONText.Member]) {
      for member in members { self.members[member.name] = member.value }
    }

    func requireNoOthers() throws(ProofProblem) {
      guard let name = members.keys.min() else { return }
      throw ProofProblem("the member \(Words.quoted(name)) does not belong there.")
    }

    func text(_ name: String) throws(ProofProblem) -> String {
      guard case .string(let text)? = members.removeValue(forKey: name) else {
        throw Self.wrong(name)
      }
      return text
    }

    func count(_ name: String) throws(ProofProblem) -> Int {
      guard case .integer(let count)? = members.removeValue(forKey: name), count >= 0 else {
        throw Self.wrong(name)
      }
      return count
    }

    func texts(_ name: String) throws(ProofProblem) -> [String] {
      guard case .array(let elements)? = members.removeValue(forKey: name), elements.count <= 64
      else {
        throw Self.wrong(name)
      }
      return try elements.map { (element) throws(ProofProblem) in
        guard case .string(let text) = element else { throw Self.wrong(name) }
        return text
      }
    }

    func hash(_ name: String) throws(ProofProblem) -> TreeHash {
      try Self.hash(try text(name), name)
    }

    /// More than 64 steps lead to a tree that nobody has.
    func hashes(_ name: String) throws(ProofProblem) -> [TreeHash] {
      try texts(name).map { (text) throws(ProofProblem) in try Self.hash(text, name) }
    }

    private static func hash(_ text: String, _ name: String) throws(ProofProblem) -> TreeHash {
      guard let digest = Digest(hex: text) else { throw wrong(name) }
      return TreeHash(leaf: digest)
    }

    private static func wrong(_ name: String) -> ProofProblem {
      ProofProblem("its member \"\(name)\" is missing or has the wrong form.")
    }
  }
}
