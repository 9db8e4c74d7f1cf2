package import Domain
import Store
package import Workbench

extension Project {
  /// Rulings of a kind that a screen lists; all of them are counted.
  package static let listedRulings = 200

  /// Which rulings come out as a clause says. O(rulings on its labels).
  ///
  /// - Parameter limit: how many of a kind are listed.
  package func clauseEvidence(
    of text: ClauseText, id: ClauseID?, limit: Int = Project.listedRulings
  ) throws(ProjectFailure) -> ClauseEvidence {
    _ = try caughtUp()
    do throws(ReadFailure) {
      // What was written before labels changed is read with those of now.
      let written = id.flatMap { guideline.clauses[$0] }
      let isStored = written?.content.isSame(as: text) ?? false
      let text = isStored ? try index.labelReading().read(text, at: written?.seq ?? -1) : text
      let agreement = ClauseAgreement(
        of: text, id: id, rulings: try index.ruledCases(of: text, id: id))
      let listed = ClauseAgreement.Stand.allCases.flatMap { stand in
        agreement.cases.filter { $0.stand == stand }.prefix(limit)
      }
      let payloads = try index.payloads(of: listed.map(\.ruling.unit.item))
      return ClauseEvidence(
        agreement,
        entries: listed.map {
          .init(found: $0, reading: payloads[$0.ruling.unit.item]?.reading ?? "")
        })
    } catch {
      throw .read(error)
    }
  }

  /// Rulings that stand behind a clause at most.
  private static let seedLimit = 1000

  /// The rulings that a clause can be made from, the latest first. O(units that are meant).
  package func clauseSeeds(from source: SeedSource) throws(ProjectFailure) -> [ClauseSeed] {
    _ = try caughtUp()
    do throws(ReadFailure) {
      let units: [UnitID]
      switch source {
      case .units(let chosen): units = chosen
      case .limit(let limit):
        let ruled = Limit(terms: limit.terms + [Limit.Term(.ruled(nil))])
        units = try index.units(try index.handles(QueueQuery(limit: ruled, order: .item, now: now)))
      }
      let cases = try index.ruledCases(on: units).sorted { $0.seq > $1.seq }
        .prefix(Self.seedLimit)
      let payloads = try index.payloads(of: cases.map(\.unit.item))
      return cases.map {
        ClauseSeed(ruling: $0, reading: payloads[$0.unit.item]?.reading ?? "")
      }
    } catch {
      throw .read(error)
    }
  }

  /// An edit whose examples that are ids of items show these items. An item that was asked several
  /// questions is no one case, and stays as it is written.
  package func naming(items edit: ClauseEdit) throws(ProjectFailure) -> ClauseEdit {
    var edit = edit
    edit.examples = try edit.examples.map { (example) throws(ProjectFailure) in try shown(example) }
    edit.counterExamples = try edit.counterExamples.map { (example) throws(ProjectFailure) in
      try shown(example)
    }
    return edit
  }

  private func shown(_ example: ClauseExample) throws(ProjectFailure) -> ClauseExample {
    let item = ItemID(example.text)
    do throws(ReadFailure) {
      guard example.unit == nil, let dossier = try index.dossier(item, now: now),
        dossier.units.count == 1, let unit = dossier.units.first?.row.unit
      else { return example }
      return ClauseExample(reading: dossier.item.payload.reading, of: unit)
    } catch {
      throw .read(error)
    }
  }

  /// What publishing would put in force, for a screen.
  package func publishPage(_ wish: PublicationWish) throws(ProjectFailure) -> PublishPage {
    let waiting = try currentGuideline().pending
    let parts = waiting.filter { !wish.leftOut.contains($0) }
    let plan = try planPublication(
      of: parts, editorial: wish.editorial, sparing: wish.sparing)
    return PublishPage(
      publication: plan.publication, difference: plan.difference,
      doubts: plan.impact.doubts, spared: plan.impact.spared, minutes: plan.minutes,
      leftOut: waiting.filter { wish.leftOut.contains($0) },
      refusal: try refusal(of: plan).map { Words.sentence($0) })
  }
}
