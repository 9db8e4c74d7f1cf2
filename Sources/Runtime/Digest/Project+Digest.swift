import Agreement
package import Domain
import Interchange
import Ledger
import Store

extension Project {
  /// What changed since a version, and which labels were over-ruled since.
  ///
  /// - Parameters:
  ///   - since: nil: the version before the one in force.
  ///   - annotator: nil: everybody, in counts alone.
  package func digest(
    since: Int?, annotator: AnnotatorID?
  ) throws(ProjectFailure) -> AnnotatorDigest {
    let guideline = try currentGuideline()
    let since = since ?? max(0, guideline.version - 1)
    guard (0...guideline.version).contains(since) else {
      throw .usage("There is no version \(since); version \(guideline.version) is in force.")
    }
    let seq = guideline.versions.first { $0.number == since }?.seq ?? -1
    let person = annotator.map { configuration.resolved($0) }
    var corrections: [AnnotatorDigest.Correction]? = []
    var counts: [OverRuledCount] = []
    let judged: Int
    let project: String
    do throws(ReadFailure) {
      project = try index.genesis()?.name ?? ""
      judged = try index.judgedRatings(of: person, after: seq)
      if let person {
        corrections = try index.overRuled(person, after: seq).map { found throws(ReadFailure) in
          try self.corrections(found, guideline, hidingAllBut: person)
        }
      } else {
        counts = try index.overRuledCounts(after: seq)
      }
    } catch {
      throw .read(error)
    }
    guard let corrections else {
      throw .usage("Nobody rated under the name \(Words.quotedName(person?.text ?? "")).")
    }
    return AnnotatorDigest(
      project: project, annotator: person, since: since, version: guideline.version,
      changes: try changes(guideline, since: since), judged: judged,
      overRuled: person == nil ? counts.reduce(0) { $0 + $1.ratings } : corrections.count,
      corrections: corrections, counts: counts)
  }

  private func changes(
    _ guideline: Guideline, since: Int
  ) throws(ProjectFailure) -> [AnnotatorDigest.Change] {
    let confused: [ClauseID: [PairSince]]
    do throws(ReadFailure) {
      confused = try sinceVersions(of: guideline)
    } catch {
      throw .read(error)
    }
    let difference = GuidelineDifference(
      from: guideline.contents(of: since), to: guideline.contents(of: guideline.version))
    var semantic: Set<GuidelinePart> = []
    for version in guideline.versions where version.number > since {
      for change in version.publication.changes where change.kind == .semantic {
        semantic.insert(change.part)
      }
    }
    return difference.changed.map { part in
      var pairs: [PairSince] = []
      if case .clause(let id) = part.part { pairs = confused[id] ?? [] }
      return AnnotatorDigest.Change(
        part: part, isSemantic: semantic.contains(part.part), confused: pairs)
    }
  }

  private func corrections(
    _ found: [OverRuledRating], _ guideline: Guideline, hidingAllBut person: AnnotatorID
  ) throws(ReadFailure) -> [AnnotatorDigest.Correction] {
    let mask = NameMask(try otherNames(than: person))
    var corrections: [AnnotatorDigest.Correction] = []
    for rating in found {
      guard let item = try index.dossier(rating.unit.item, now: now)?.item else { continue }
      let decision = rating.decision
      let clauses = decision.cites.map { id in
        let clause = guideline.clauses[id]
        let text = clause?.content(in: decision.guideline) ?? clause?.content
        return AnnotatorDigest.Clause(id: id, title: text?.title ?? "")
      }
      corrections.append(
        AnnotatorDigest.Correction(
          item: item, question: rating.unit.question, said: rating.said,
          ruled: decision.outcome.value, clauses: clauses,
          reason: decision.reason.map(mask.masked),
          rationale: decision.rationale.map(mask.masked)))
    }
    return corrections
  }

  /// Names of members, their users, and annotators under every name that they are known by.
  private func otherNames(than person: AnnotatorID) throws(ReadFailure) -> [String] {
    let own = Set(
      [person] + configuration.aliases.filter { $0.alias == person }.map(\.written))
    var names = try index.annotatorNames() + configuration.aliases.map(\.written)
    names += members.flatMap(\.annotators)
    let others = Set(names).subtracting(own).map(\.text)
    // A member who is this annotator is no stranger to them.
    let strangers = members.filter { Set($0.annotators).isDisjoint(with: own) }
    return others + strangers.map(\.id.text) + strangers.compactMap(\.user)
  }
}

extension Project {
  /// Writes a document into a file, which appears whole or not at all.
  package func write(_ bytes: [UInt8], to path: String) throws(ProjectFailure) {
    try Destination.require(path, outside: folder)
    let file = try FileSink(beside: path, surroundings: surroundings)
    do throws(InterchangeError) {
      try bytes.withUnsafeBufferPointer { bytes throws(InterchangeError) in
        try file.write(UnsafeRawBufferPointer(bytes))
      }
    } catch {
      throw .input(InterchangeFailure(error))
    }
    try file.publish(as: path)
  }
}
