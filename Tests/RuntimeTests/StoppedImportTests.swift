import Domain
import Foundation
import Interchange
import Runtime
import Synchronization
import Testing
import Workbench

/// An import that is stopped leaves neither a batch nor an event.
struct StoppedImportTests {
  private func rows(_ count: Int) -> [String] {
    (0..<count).flatMap { item in
      ["n\(item),ada,yes,text \(item)", "n\(item),ben,no,text \(item)"]
    }
  }

  private func files(_ temporary: TemporaryProject) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: temporary.folder.batches).sorted()
  }

  @Test(arguments: [Runtime.Progress.Stage.reading, .filing])
  func `nothing of it is kept, whenever it is stopped`(stage: Runtime.Progress.Stage) throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    try temporary.write(rows(30_000), to: "more.csv")
    let project = try temporary.open()
    let before = (files: try files(temporary), head: try project.events(from: 0, count: 100).count)
    let stop = StopFlag()
    let request = ImportRequest(
      path: temporary.root + "/more.csv",
      mapping: ImportMapping(mapping: Mapping(), isEverything: false))
    do {
      _ = try project.importFile(
        request, progress: { if $0.stage == stage, $0.done > 0 { stop.raise() } }, stop: stop)
      Issue.record("it was not stopped")
    } catch {
      #expect(
        Words.sentence(error) == "The import of more.csv was stopped; nothing of it was kept.")
    }
    #expect(try files(temporary) == before.files)
    #expect(try project.events(from: 0, count: 100).count == before.head)
    #expect(try project.summary().items == 5)
    let outcome = try project.importFile(request)
    guard case .added(let record) = outcome.effect else {
      Issue.record("the second time it is not taken in")
      return
    }
    #expect(record.itemsNew == 30_000)
    #expect(try project.examine().isGood)
  }

  @Test func `tables that are gone are made anew, and how far it is is told`() throws {
    let temporary = try TemporaryProject(rows(3000))
    try FileManager.default.removeItem(atPath: temporary.folder.store)
    let seen = Mutex<[Runtime.Progress]>([])
    let project = try Project.open(
      temporary.folder, surroundings: temporary.surroundings(),
      progress: { progress in seen.withLock { $0.append(progress) } })
    let told = seen.withLock { $0 }
    #expect(told.last.map { $0.done == $0.total && $0.total > 0 } == true)
    #expect(told.allSatisfy { $0.stage == .filing })
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.done <= $1.done })
    #expect(try project.summary().items == 3000)
    seen.withLock { $0 = [] }
    _ = try Project.open(
      temporary.folder, surroundings: temporary.surroundings(),
      progress: { progress in seen.withLock { $0.append(progress) } })
    #expect(seen.withLock { $0.isEmpty })
  }

  @Test func `the worker tells how far it is, stops on demand, and never waits at the end`() throws
  {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    try temporary.write(rows(30_000), to: "more.csv")
    let project = try temporary.open()
    let mailbox = Mailbox(wake: {})
    let worker = ProjectWorker(project: project, mailbox: mailbox, drafts: [:])
    worker.perform(.importFile(temporary.root + "/more.csv"))
    worker.perform(.cancelWork)
    worker.finish()
    let told = mailbox.take()
    #expect(told.contains(.notice("The import of more.csv was stopped; nothing of it was kept.")))
    #expect(told.last == .progress(nil))
    #expect(try project.summary().items == 5)
  }
}
