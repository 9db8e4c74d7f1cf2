import Dispatch
import Domain
import Synchronization
import Workbench

/// Makes reports beside the worker's other work: rulings and the list never wait for one, and of two
/// requests of a kind only the newer is answered.
final class ReportDesk: Sendable {
  private let project: Project
  private let mailbox: Mailbox
  private let people: PeopleReader
  private let queue = DispatchQueue(label: "tiebreak.reports", qos: .userInitiated)
  private let newest = Mutex<[ReportRequest.Kind: Int]>([:])

  init(project: Project, mailbox: Mailbox) {
    self.project = project
    self.mailbox = mailbox
    people = PeopleReader(project)
  }

  func ask(_ request: ReportRequest, generation: Int) {
    newest.withLock { $0[request.kind] = generation }
    queue.async { self.answer(request, generation) }
  }

  /// Writes a report into files.
  func write(_ request: ReportRequest, to path: String) {
    queue.async {
      do throws(ProjectFailure) {
        switch request {
        case .heatMap(let wanted):
          self.mailbox.post(.notice(try self.project.writeHeatMap(wanted, to: path)))
        case .annotators(let question):
          self.mailbox.post(.notice(try self.people.write(question, to: path)))
        case .adjudicators:
          self.mailbox.post(.notice(try self.people.writeAdjudicators(to: path)))
        case .log, .names, .person, .release, .guideline, .rules, .evidence, .seeds,
          .publication, .alike, .contradictions:
          break
        }
      } catch {
        self.mailbox.post(.storeFailed(Words.sentence(error)))
      }
    }
  }

  /// Writes the lines of the log that meet a limit to a new file.
  func writeLog(_ limit: EventLimit, to path: String) {
    queue.async {
      do throws(ProjectFailure) {
        guard let lines = try self.project.writeLog(limit, to: path) else {
          return self.mailbox.post(.fileExists(path))
        }
        self.mailbox.post(
          .notice("✓ \(Words.count(lines, "line")) written to \(Words.name(path))"))
      } catch {
        self.mailbox.post(.storeFailed(Words.sentence(error)))
      }
    }
  }

  /// Writes a text to a file that is not there yet.
  func writeText(_ text: String, to path: String) {
    queue.async {
      do throws(ProjectFailure) {
        guard try self.project.writeText(text, to: path) else {
          return self.mailbox.post(.fileExists(path))
        }
        self.mailbox.post(.notice("✓ \(Words.name(path)) written"))
      } catch {
        self.mailbox.post(.storeFailed(Words.sentence(error)))
      }
    }
  }

  /// Nothing of a kind is wanted any more; what is being looked for is stopped.
  func stop(_ kind: ReportRequest.Kind) {
    newest.withLock { $0[kind] = nil }
  }

  /// Nothing that waits is made any more; what is being made is waited for.
  func finish() {
    newest.withLock { $0 = [:] }
    queue.sync {}
  }

  private func answer(_ request: ReportRequest, _ generation: Int) {
    let isWanted = { self.newest.withLock { $0[request.kind] } == generation }
    guard isWanted() else { return }
    if case .log(.look(let search, let purpose)) = request {
      return look(search, purpose, generation, soFar: 0)
    }
    do throws(ProjectFailure) {
      // A first page at once; what takes longer follows, where it is still wanted.
      if case .heatMap(let wanted) = request, let page = try project.quickHeatMapPage(wanted) {
        mailbox.post(
          .reported(.heatMap(Loaded(page, stamp: 2 * generation)), generation: generation))
        guard isWanted() else { return }
      }
      let report = try project.report(
        request, generation: generation, people, while: isWanted)
      guard isWanted(), let report else { return }
      mailbox.post(.reported(report, generation: generation))
    } catch {
      mailbox.post(.storeFailed(Words.sentence(error)))
    }
  }

  /// Looks through a stretch of the log and tells of it; what waits meanwhile is made in between.
  private func look(
    _ search: LogSearch, _ purpose: LogSearch.Purpose, _ generation: Int, soFar: Int
  ) {
    let kind = ReportRequest.log(.look(search, purpose)).kind
    guard newest.withLock({ $0[kind] }) == generation else { return }
    do throws(ProjectFailure) {
      let stretch = try project.look(search, soFar: soFar)
      mailbox.post(
        .reported(.log(.looked(stretch.look, purpose)), generation: generation))
      guard let rest = stretch.rest else { return }
      let count = soFar + stretch.look.found.count
      queue.async { self.look(rest, purpose, generation, soFar: count) }
    } catch {
      mailbox.post(.storeFailed(Words.sentence(error)))
    }
  }
}

extension Project {
  /// What a screen wants to be told; nil where nobody wants it any more.
  ///
  /// - Parameter isWanted: asked now and then while something long is made.
  func report(
    _ request: ReportRequest, generation: Int, _ people: PeopleReader, while isWanted: () -> Bool
  ) throws(ProjectFailure) -> Report? {
    switch request {
    case .heatMap(let wanted):
      .heatMap(Loaded(try heatMapPage(wanted), stamp: 2 * generation + 1))
    case .log(let request): .log(try report(request))
    case .names: .names(try limitNames())
    case .annotators(let question): .annotators(try people.page(of: question, while: isWanted))
    case .person(let person, let question):
      .person(try people.person(person, of: question, while: isWanted))
    case .adjudicators: try people.adjudicators(while: isWanted).map { .adjudicators($0) }
    case .release: .release(try releaseFigures())
    case .guideline: .guideline(try guidelinePage())
    case .rules: .rules(try currentGuideline())
    case .evidence(let text, let id): .evidence(try clauseEvidence(of: text, id: id))
    case .seeds(let source):
      .seeds(ClauseSeeds(source: source, seeds: try clauseSeeds(from: source)))
    case .publication(let wish): .publication(try publishPage(wish))
    case .contradictions: .contradictions(try contradictingPrecedents())
    case .alike(let unit): .alike(try alike(unit, while: isWanted))
    }
  }
}
