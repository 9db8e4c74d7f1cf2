import Domain
import Ledger

/// Holds the versions of the guideline against the digests that the log has of them.
enum GuidelineCheck {
  /// The first version whose words in the log, or whose document beside it, are not what was published.
  ///
  /// A document that is not there is derived and can be written again.
  ///
  /// - Parameter report: of a log that is sound.
  static func firstBad(
    _ report: VerificationReport, _ folder: ProjectFolder, _ surroundings: Surroundings
  ) throws(LedgerError) -> LogCheckReport.BadPart? {
    guard !report.guideline.isEmpty else { return nil }
    let log = try ProjectOpening.reading(folder, surroundings)
    var state = ProjectState()
    for seq in [0] + report.guideline {
      guard let event = try log.read(from: seq, limit: 1).first else { continue }
      state.evolve(event)
      guard case .publish(let publication) = event.body else { continue }
      if let reason = reason(publication, state, folder) {
        return .init(seq: seq, number: publication.version, reason: reason)
      }
    }
    return nil
  }

  private static func reason(
    _ publication: Publication, _ state: ProjectState, _ folder: ProjectFolder
  ) -> String? {
    let contents = state.guideline.contents(of: publication.version)
    let text = GuidelineMarkdown.text(of: contents, project: state.genesis?.name ?? "")
    guard Digest.sha256(of: text) == publication.digest else {
      return "its clauses and sections are not what its digest says"
    }
    let path = folder.guideline(publication.version)
    guard let bytes = (try? DurableFile.read(path, limit: 1 << 26)) ?? nil else { return nil }
    guard Digest.sha256(of: bytes) == publication.digest else {
      return "\(path): is not what was published; remove it, and it is written again"
    }
    return nil
  }
}
