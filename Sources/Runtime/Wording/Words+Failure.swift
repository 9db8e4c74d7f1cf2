package import Domain
package import Ledger
import Screen

extension Words {
  /// What happened, where, and what to do next.
  package static func sentence(_ failure: ProjectFailure) -> String {
    switch failure {
    case .input(let failure): SafeText.line(failure.sentence)
    case .ledger(let error): sentence(error)
    case .read(let failure): sentence(failure)
    case .refusal(let refusal): sentence(refusal)
    case .settings(let problems): problems.map { SafeText.line($0) }.joined(separator: "\n")
    case .noProject(let path):
      "\(plain(path)) is no Tiebreak project. Make one with: tiebreak init DIR --from FILE"
    case .projectExists(let path):
      "\(plain(path)) is a project already. Add to it with: tiebreak -C \(plain(path)) import FILE"
    case .notEmpty(let path):
      "\(plain(path)) is not empty; a project begins in a folder of its own."
    case .strict(let refused, let findings):
      (["\(count(refused, "row")) could not be read, so nothing was taken in (--strict)."]
        + findings.map { "  " + SafeText.line($0) }).joined(separator: "\n")
    case .contended: "Others keep writing to this project. Try again."
    case .file(let path, let reason): "\(plain(path, limit: 200)): \(SafeText.line(reason))"
    case .usage(let sentence), .unproved(let sentence): sentence
    case .stopped(let name):
      "The import of \(plain(name)) was stopped; nothing of it was kept."
    }
  }

  package static func sentence(_ failure: ReadFailure) -> String {
    switch failure {
    case .busy: "Another process holds the project's tables. Try again."
    case .stale(let reason):
      "The project's tables do not fit its log (\(SafeText.line(reason))). "
        + "Make them anew with: tiebreak doctor --rebuild"
    case .failed(let reason): "The project's tables cannot be read: \(SafeText.line(reason))"
    }
  }

  package static func sentence(_ error: LedgerError) -> String {
    switch error {
    case .busy(let path, let milliseconds):
      "\(plain(path)): others held the log's lock for \(milliseconds) ms. Try again."
    case .file(let failure): file(failure)
    case .unusable(let path):
      "\(plain(path)): a write failed, and whether it happened is not known. Open the project again."
    case .untrusted(let path, let reason): "\(plain(path)): \(self.reason(reason))"
    case .broken(let evidence): broken(evidence)
    case .payload(let problem): "This cannot stand in the log: \(self.problem(problem))."
    case .attachment(let digest, let path):
      "\(plain(path)): the attachment \(digest.hex.prefix(16)) is missing or damaged."
    case .noLog(let path): "\(plain(path)): there is no log here."
    case .logExists(let path): "\(plain(path)): there is a log here already."
    case .readOnly(let path): "\(plain(path)): the log was opened for reading only."
    case .key(let problem): sentence(problem)
    case .server(let failure): sentence(failure)
    case .cancelled: "Stopped."
    }
  }

  private static func file(_ failure: FileFailure) -> String {
    let reason = SystemReason.text(failure.code)
    return "\(plain(failure.path, limit: 200)): \(failure.call.rawValue) failed: \(reason)"
  }

  private static func reason(_ reason: DistrustReason) -> String {
    switch reason {
    case .symbolicLink: "is a symbolic link; a log never is."
    case .notARegularFile: "is no regular file."
    case .notADirectory: "is no directory."
    case .worldWritable: "anybody may write it. Take that right away: chmod o-w"
    case .hardLinked(let links): "has \(links) names, so another place could write it."
    case .foreignOwner(let user): "belongs to the user \(user), who is no member."
    }
  }

  private static func broken(_ evidence: LogEvidence) -> String {
    var place = plain(evidence.path, limit: 200)
    if let seq = evidence.seq { place += ", event \(seq)" }
    let what: String
    switch evidence.finding {
    case .endsBefore(let known, let end):
      what = "the log ends at \(end.seq), but \(known.seq) was seen: it was cut, or is an old copy"
    case .differs(let known, _): what = "event \(known.seq) is not the one that was seen"
    case .line(let problem): what = self.problem(problem)
    case .chain: what = "it does not follow from the event before"
    case .sequence(let expected, let found):
      what = "event \(expected) is missing; \(found) stands there"
    case .shrunk(let from, let to): what = "the file shrank from \(from) to \(to) bytes"
    case .replaced: what = "another file stands under the log's name"
    case .unreadableMemory: what = "what was remembered of the log's head cannot be read"
    case .unreadableCheckpoint(let problem):
      what = "a checkpoint is none: \(self.problem(problem))"
    }
    return "\(place): BROKEN: \(what). Nothing was changed and nothing can be written. "
      + "tiebreak log verify says more."
  }

  private static func problem(_ problem: PayloadProblem) -> String {
    switch problem {
    case .notCanonical: "the line is not in the one form that is hashed"
    case .notAnObject: "the line is no object"
    case .unknownVersion(let version): "version \(version) is newer than this program"
    case .unknownType(let type): "the type \(quoted(type)) is not known to this program"
    case .unknownMember(let member): "the member \(quoted(member)) does not belong there"
    case .missingMember(let member): "the member \(quoted(member)) is missing"
    case .wrongForm(let member): "the member \(quoted(member)) has the wrong form"
    case .nulCharacter: "a text holds the character U+0000"
    case .tooLarge(let bytes, let limit): "\(bytes) bytes are more than the \(limit) allowed"
    case .wrongShape: "the line does not end in a hash"
    case .wrongHash: "the hash does not fit the line"
    }
  }
}
