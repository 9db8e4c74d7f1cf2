import Domain
import Foundation
import Runtime
import Testing
import Workbench

/// What completion is told of folders and of ratings, and what is kept for the next session.
struct CompletionTests {
  @Test func `names in a folder, folders with a slash, hidden ones where they are typed`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let root = temporary.root + "/"
    try temporary.write([], to: ".hidden.csv")
    let listing = PathListing(completing: root + "ra")
    #expect(listing.folder == root)
    #expect(listing.names == ["project/", "ratings.csv", "state-one/"])
    #expect(PathListing(completing: root + ".h").names == [".hidden.csv"])
    #expect(PathListing(completing: root + "nowhere/").names.isEmpty)
  }

  @Test func `annotators and properties are told once they are asked for`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let mailbox = Mailbox(wake: {})
    let worker = ProjectWorker(project: project, mailbox: mailbox, drafts: [:])
    worker.perform(.report(.names, generation: 3))
    worker.perform(.completePath(temporary.root + "/"))
    var told: [Message] = []
    for _ in 0..<200 where told.count < 2 {
      told += mailbox.take()
      Thread.sleep(forTimeInterval: 0.02)
    }
    worker.finish()
    var names = LimitNames()
    names.annotators = ["ada", "ben", "cleo"].map { AnnotatorID($0) }
    names.batches = 1
    #expect(told.contains(.reported(.names(names), generation: 3)))
    #expect(told.contains { if case .pathsFound = $0 { true } else { false } })
  }

  @Test func `limits come back with the next session`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    var state = SessionState()
    state.limit = "label:yes \"two words\""
    state.savedLimits = [SavedLimit(name: "mine", text: "agree<0.6")]
    state.recentLimits = ["agree<0.6", "label:yes"]
    try project.personal.save(state)
    #expect(try temporary.open().personal.state() == state)
  }
}
