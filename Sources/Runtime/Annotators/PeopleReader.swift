import Agreement
package import Domain
import Ledger
import Store
import Synchronization
package import Workbench

/// What the workbench's list of annotators is read from: measures the people of a question once and
/// keeps them until the project says something else.
///
/// Calls block for as long as the ratings take to be read and are made from a worker, one at a time.
package final class PeopleReader: Sendable {
  private let project: Project
  private let known = Mutex<Known?>(nil)
  private let rulings = Mutex(Rulings())

  private struct Known {
    let people: QuestionPeople
    /// The last event that the tables knew.
    let head: Head
  }

  /// The log as far as it was read for those who rule.
  private struct Rulings {
    var tally = AdjudicationTally()
    var next = 0
    /// How rulings were read that were made before labels changed.
    var reading = LabelReading()
  }

  package init(_ project: Project) {
    self.project = project
  }

  /// The list of a question; of the first one where none is named.
  ///
  /// - Parameter isWanted: asked now and then; where it says no, nothing is returned.
  /// - Returns: nil where nobody was asked anything, too.
  package func page(
    of question: QuestionID?, while isWanted: () -> Bool = { true }
  ) throws(ProjectFailure) -> AnnotatorsPage? {
    do throws(ReadFailure) {
      let questions = try project.index.summary(now: project.now).questions
      guard let chosen = question ?? questions.first,
        let people = try people(of: chosen, while: isWanted)
      else { return nil }
      var page = AnnotatorsPage(
        question: chosen, questions: questions, rows: people.rows(), pairs: try pairs(chosen),
        stretches: people.stretches)
      page.folder = PeopleFile.folder(of: project)
      return page
    } catch {
      throw .read(error)
    }
  }

  /// One annotator's page; nil for somebody who is not there.
  package func person(
    _ name: AnnotatorID, of question: QuestionID, while isWanted: () -> Bool = { true }
  ) throws(ProjectFailure) -> PersonPage? {
    do throws(ReadFailure) {
      return try people(of: question, while: isWanted)?.page(of: name)
    } catch {
      throw .read(error)
    }
  }

  /// Those who rule. The log is read from where the last call left off. O(new events + rulings).
  package func adjudicators(
    while isWanted: () -> Bool = { true }
  ) throws(ProjectFailure) -> [AdjudicatorRow]? {
    var rulings = self.rulings.withLock { $0 }
    let reading: LabelReading
    do throws(ReadFailure) {
      reading = try project.index.labelReading()
    } catch {
      throw .read(error)
    }
    if reading != rulings.reading {
      rulings = Rulings()
      rulings.reading = reading
    }
    var isWhole = true
    do throws(LedgerError) {
      try project.log.forEachEvent(from: rulings.next) { event in
        rulings.tally.add(event.read(through: reading))
        rulings.next = event.seq + 1
        if event.seq % 1024 == 0 { isWhole = isWanted() }
        return isWhole
      }
    } catch {
      throw .ledger(error)
    }
    self.rulings.withLock { $0 = rulings }
    guard isWhole else { return nil }
    do throws(ReadFailure) {
      let leaders = try project.index.leaders()
      return AdjudicatorStanding.all(
        rulings.tally, leading: { leaders[$0] }, today: project.now
      ).map { AdjudicatorRow($0) }
    } catch {
      throw .read(error)
    }
  }

  /// Writes the list as CSV; replaces nothing.
  ///
  /// - Returns: what was done, in words.
  package func write(
    _ question: QuestionID?, to path: String
  ) throws(ProjectFailure) -> String {
    let page = try page(of: question)
    return try PeopleFile.write(PeopleCSV.rows(page?.rows ?? []), to: path, of: project)
  }

  /// The same for those who rule.
  package func writeAdjudicators(to path: String) throws(ProjectFailure) -> String {
    let rows = try adjudicators() ?? []
    return try PeopleFile.write(PeopleCSV.rows(rows), to: path, of: project)
  }

  /// Forgets what was measured.
  package func forget() {
    known.withLock { $0 = nil }
  }

  private func people(
    of question: QuestionID, while isWanted: () -> Bool
  ) throws(ReadFailure) -> QuestionPeople? {
    let head = (try? project.index.head()) ?? .empty
    if let known = known.withLock({ $0 }), known.people.question == question, known.head == head {
      return known.people
    }
    // What was measured before is not kept beside what is being measured.
    forget()
    guard let columns = try project.index.voteColumns(question, while: isWanted) else {
      return nil
    }
    let repeats = try repeats(of: question, columns.people)
    guard
      let people = QuestionPeople(question, columns, repeats: repeats, while: isWanted)
    else { return nil }
    known.withLock { $0 = Known(people: people, head: head) }
    return people
  }

  /// Of repeats only whether they agree is looked at, so their labels keep codes of their own.
  private func repeats(
    of question: QuestionID, _ people: [AnnotatorID]
  ) throws(ReadFailure) -> [OwnRepeat] {
    guard let collection = try project.index.ratings(question, of: .unitsWithHistory) else {
      return []
    }
    let votes = QuestionVotes(
      collection, source: "", scale: .nominal, declared: [], policy: .last)
    let codes = Dictionary(
      people.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    return votes.repeats.compactMap { pair in
      codes[votes.annotators[Int(pair.annotator)]].map {
        OwnRepeat(unit: pair.unit, annotator: $0, earlier: pair.earlier, later: pair.later)
      }
    }
  }

  /// Who agrees with whom, from the stored sums. O(cells).
  private func pairs(_ question: QuestionID) throws(ReadFailure) -> [AnnotatorsPage.Pair] {
    guard let sums = try project.pairSums(question) else { return [] }
    return sums.sums.pairSummaries.map { pair in
      AnnotatorsPage.Pair(
        sums.annotators[pair.first], sums.annotators[pair.second],
        kappa: Measure(
          pair.cohenKappa, cases: pair.units, isEnough: pair.units >= AdjudicatorStanding.enough))
    }
  }
}
