package import Ledger

extension Words {
  /// Why a private key is not used, and what to do.
  package static func sentence(_ problem: KeyProblem) -> String {
    switch problem {
    case .readableByOthers(let path):
      "\(plain(path, limit: 200)): others have rights to it, so it is no secret. "
        + "Take them away: chmod go-rwx"
    case .foreign(let path):
      "\(plain(path, limit: 200)): a key and its folder belong to oneself and are no links."
    case .insideProject(let path, let project):
      "\(plain(path, limit: 200)): keys lie outside of projects, and this is inside "
        + "\(plain(project, limit: 200)). Set XDG_CONFIG_HOME to another folder."
    case .exists(let path): "\(plain(path, limit: 200)): there is a key here already."
    case .notTheKey(let path):
      "\(plain(path, limit: 200)): does not hold the key that its name says."
    case .cannotSign: "The key cannot sign."
    case .noneHere(let folder):
      "None of the keys in force is in \(plain(folder, limit: 200)), so nothing was signed. "
        + "A lead makes one: tiebreak key new"
    }
  }

  /// What is wrong with a checkpoint.
  package static func sentence(_ problem: CheckpointProblem) -> String {
    switch problem {
    case .note(let note): "\(self.problem(note))."
    case .otherLog(let origin): "it is of another log, \(quoted(origin))."
    case .size(let found): "it speaks of \(count(found, "event"))."
    case .ahead(let head):
      "the log ends at event \(head.seq), before it does: it was cut, or is an old copy."
    case .root: "the tree over these events has another root: the log was rewritten."
    case .head: "it names another last event: the log was rewritten."
    case .state: "replay of these events comes to another state than the one that was signed."
    }
  }

  /// What is wrong with a note, after "the checkpoint".
  package static func problem(_ problem: NoteProblem) -> String {
    switch problem {
    case .tooLarge: "it is larger than a note can be"
    case .notUTF8: "it is not UTF-8"
    case .controlCharacter: "it holds a control character"
    case .unterminated: "its last line is not finished"
    case .noSignature: "it has no signature"
    case .signatureLine: "a signature line does not have the form of one"
    case .tooManySignatures: "it has more signatures than a note can have"
    case .text: "its text is not origin, size, root and further lines"
    case .size: "its size is not a plain number"
    case .digest: "its root or a digest in it is none"
    case .forged(let key): "the signature by the key \(plain(key)) is not that key's"
    case .unknownSigner: "no key in force at that point signed it"
    }
  }
}
