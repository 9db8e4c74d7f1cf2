package import Domain
import Ledger
import Store
package import Workbench

extension Project {
  /// The guideline as it is now, with the rulings that cite it. O(citations + units that were ruled).
  package func guidelinePage() throws(ProjectFailure) -> GuidelinePage {
    _ = try caughtUp()
    do throws(ReadFailure) {
      let uses = try index.labelUses()
      let declared = configuration.labels
      let known = Set(declared.map(\.id))
      let others = uses.keys.filter { !known.contains($0) }.sorted()
      let labels = (declared + others.map { LabelDefinition(id: $0) }).map {
        GuidelineLabel(definition: $0, use: uses[$0.id] ?? LabelUse())
      }
      return GuidelinePage(
        project: try name(), guideline: guideline, citations: try index.citations(),
        labels: labels, fates: try index.doubtFates(),
        since: try sinceVersions(of: guideline))
    } catch {
      throw .read(error)
    }
  }

  /// The guideline as of the log's end.
  package func currentGuideline() throws(ProjectFailure) -> Guideline {
    _ = try caughtUp()
    return guideline
  }

  /// What publishing these parts would put in force; all that wait for it where none are named.
  ///
  /// - Parameters:
  ///   - parts: those to publish; nil for all that wait.
  ///   - editorial: those whose change only says the same in other words.
  ///   - sparing: reasons for which rulings are not to be put in doubt.
  ///
  /// O(rulings that may rest on what changes).
  package func planPublication(
    of parts: [GuidelinePart]? = nil, editorial: Set<GuidelinePart> = [],
    sparing: Set<DoubtReason> = [], waived: String? = nil
  ) throws(ProjectFailure) -> PublicationPlan {
    let guideline = try currentGuideline()
    let parts = (parts ?? guideline.pending).sorted()
    let contents = guideline.contents(publishing: parts)
    let document: String
    let impact: GuidelineImpact
    let gold: Set<UnitID>
    do throws(ReadFailure) {
      document = GuidelineMarkdown.text(of: contents, project: try name())
      let semantic = parts.filter { !editorial.contains($0) && guideline.maySway($0) }
      impact = GuidelineImpact(
        of: try semantic.map { part throws(ReadFailure) in
          try self.impact(of: part, in: guideline)
        }, sparing: sparing)
      gold = impact.doubts.isEmpty ? [] : Set(try index.goldUnits().map(\.unit))
    } catch {
      throw .read(error)
    }
    let changes = parts.map { part in
      PublishedChange(
        part: part, seq: guideline.position(of: part) ?? -1,
        kind: editorial.contains(part) ? .editorial : .semantic)
    }
    let publication = Publication(
      version: contents.version, digest: .sha256(of: document), changes: changes,
      inDoubt: impact.rulings, calibration: try calibration(of: changes), waived: waived)
    return PublicationPlan(
      publication: publication, document: document,
      difference: GuidelineDifference(
        from: guideline.contents(of: guideline.version), to: contents), impact: impact,
      gold: impact.doubts.map(\.ruling.unit).filter { gold.contains($0) },
      pace: try pace(of: impact.rulings))
  }

  /// The median of the time that rulings took, in milliseconds; nil where it is of none known.
  private func pace(of rulings: [Int]) throws(ProjectFailure) -> Int? {
    var times: [Int] = []
    do throws(LedgerError) {
      for seq in Self.sample(of: rulings) {
        guard case .decision(let decision)? = try log.read(from: seq, limit: 1).first?.draft.body,
          let time = decision.milliseconds
        else { continue }
        times.append(time)
      }
    } catch {
      throw .ledger(error)
    }
    times.sort()
    return times.isEmpty ? nil : times[times.count / 2]
  }

  /// As many as a figure in minutes needs, evenly from all of them.
  private static func sample(of rulings: [Int]) -> [Int] {
    let step = max(1, rulings.count / 200)
    return stride(from: 0, to: rulings.count, by: step).map { rulings[$0] }
  }

  /// Puts what was planned in force. Its document is derived: it is written with it, or where that
  /// fails when the project is next opened, and is no reason to call the publication failed.
  package func publish(_ plan: PublicationPlan) throws(ProjectFailure) -> Event {
    try record(.publish(plan.publication))
  }

  /// Writes the documents of versions that are not there. They are derived: what stands in one of them
  /// already is never read.
  func writeMissingVersions() throws(ProjectFailure) {
    let guideline = self.guideline
    let missing = guideline.versions.filter { !Folders.exists(folder.guideline($0.number)) }
    guard !missing.isEmpty else { return }
    do {
      let name = try name()
      try Folders.make(folder.guidelines, like: folder.batches)
      for version in missing {
        let text = GuidelineMarkdown.text(of: guideline.contents(of: version.number), project: name)
        try DurableFile.write(
          Array(text.utf8), to: folder.guideline(version.number),
          permissions: Folders.filePermissions(in: folder.guidelines))
      }
    } catch let failure as FileFailure {
      throw .ledger(.file(failure))
    } catch let failure as LedgerError {
      throw .ledger(failure)
    } catch let failure as ReadFailure {
      throw .read(failure)
    } catch {
      throw .file(path: folder.guidelines, reason: String(describing: error))
    }
  }

  /// A part that changes, with the rulings that may rest on it.
  private func impact(
    of part: GuidelinePart, in guideline: Guideline
  ) throws(ReadFailure) -> PartImpact {
    let reading = try index.labelReading()
    let text = guideline.proposal(of: part).map {
      reading.read($0, at: guideline.position(of: part) ?? -1)
    }
    switch part {
    case .clause(let id):
      // Of a clause that goes, those that cite it: its labels and cases say nothing any more.
      let words = text ?? ClauseText(title: "", labels: [], statement: "")
      return PartImpact(
        part: part, text: text, rulings: try index.ruledCases(of: words, id: id))
    case .section(.label(let label)):
      let words = ClauseText(title: "", labels: [label], statement: "")
      return PartImpact(part: part, text: nil, rulings: try index.ruledCases(of: words, id: nil))
    case .section(.policy): return PartImpact(part: part, text: nil, rulings: [])
    }
  }

  /// The project's name, as its first event says it.
  private func name() throws(ReadFailure) -> String {
    try index.genesis()?.name ?? ""
  }
}

/// A version before it is published: what it would be, and what it would change.
package struct PublicationPlan: Hashable, Sendable {
  package let publication: Publication
  /// The version as Markdown.
  package let document: String
  package let difference: GuidelineDifference
  /// The rulings that it puts in doubt, and why.
  package let impact: GuidelineImpact
  /// Units whose ruling it puts in doubt and that are gold.
  package let gold: [UnitID]
  /// Milliseconds that a ruling on them would take, going by what they took the first time; nil where
  /// nothing is in doubt, or nobody's time was taken.
  package let pace: Int?

  /// How long ruling on all that is in doubt would take, in whole minutes, rounded up.
  package var minutes: Int? {
    pace.map { ($0 * impact.doubts.count + 59_999) / 60_000 }
  }
}
