import Domain
import Foundation
import Interchange
import Runtime
import Testing

/// Where projects and exports may be put, and what is left where that fails.
struct PlacesTests {
  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func new(_ temporary: TemporaryProject, _ path: String, file: String) -> NewProject {
    NewProject(
      folder: ProjectFolder(path: path), name: nil, settingsFile: nil, isSandbox: true,
      files: [file], mapping: Mapping(), isStrict: true)
  }

  @Test(arguments: ["", "/", "///", "/."])
  func `an empty folder becomes the project and stays the same folder`(ending: String) throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let place = temporary.root + "/empty"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    let before = try FileManager.default.attributesOfItem(atPath: place)[.systemFileNumber] as? Int
    _ = try new(temporary, place + ending, file: temporary.root + "/ratings.csv")
      .make(surroundings: temporary.surroundings(), progress: { _ in })
    let after = try FileManager.default.attributesOfItem(atPath: place)[.systemFileNumber] as? Int
    #expect(before == after)
    #expect(try names(place) == ["batches", "log", "store", "tiebreak.toml"])
    let project = try Project.open(
      ProjectFolder(path: place), surroundings: temporary.surroundings())
    #expect(project.configuration.name == "empty")
    #expect(try project.summary().open == 5)
  }

  @Test func `a project that could not be made leaves nothing, dead makers' remains go`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let files = FileManager.default
    try temporary.write(["t1,ada,yes,a,too,many,cells"], to: "bad.csv")
    let bad = temporary.root + "/bad.csv"
    for place in ["fresh", "empty"] {
      let path = temporary.root + "/" + place
      if place == "empty" {
        try files.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
      #expect(throws: ProjectFailure.self) {
        try new(temporary, path, file: bad)
          .make(surroundings: temporary.surroundings(), progress: { _ in })
      }
    }
    #expect(try names(temporary.root + "/empty").isEmpty)
    #expect(try !names(temporary.root).contains { $0.hasPrefix("fresh") })
    try files.createDirectory(
      atPath: temporary.root + "/fresh.making-1/log", withIntermediateDirectories: true)
    try files.createDirectory(
      atPath: temporary.root + "/empty/.making-1", withIntermediateDirectories: true)
    for place in ["fresh", "empty"] {
      _ = try new(
        temporary, temporary.root + "/" + place, file: temporary.root + "/ratings.csv"
      ).make(surroundings: temporary.surroundings(), progress: { _ in })
    }
    #expect(try !names(temporary.root).contains("fresh.making-1"))
    #expect(try !names(temporary.root + "/empty").contains(".making-1"))
  }

  @Test func `exports never take the place of the project's own files, or of what is no file`()
    throws
  {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let project = try temporary.open()
    let folder = temporary.folder
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.log + "/events.jsonl"))
    let places = [
      folder.log + "/events.jsonl", folder.batches + "/x.csv", folder.path + "/log/../store/y",
      folder.settings, folder.log,
    ]
    for path in places {
      #expect(throws: ProjectFailure.self) {
        try project.export(ExportRequest(format: .csv, path: path), standardOutput: { _ in })
      }
      #expect(throws: ProjectFailure.self) {
        try LogCopy.write(
          folder, to: path, surroundings: temporary.surroundings(), standardOutput: { _ in })
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.log + "/events.jsonl")) == before)
    let copy = temporary.root + "/copy.jsonl"
    try LogCopy.write(
      folder, to: copy, surroundings: temporary.surroundings(), standardOutput: { _ in })
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == before)
    _ = try project.export(
      ExportRequest(format: .csv, path: folder.path + "/gold.csv"), standardOutput: { _ in })
    #expect(try names(folder.path).contains("gold.csv"))
  }

  @Test func `the folder of derived tables may be taken away`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    try FileManager.default.removeItem(atPath: temporary.folder.store)
    #expect(try temporary.open().summary().open == 5)
  }

  @Test func `a change of roles forgets neither the user nor the annotators`() throws {
    let temporary = try TemporaryProject(TemporaryProject.contested)
    let lead = try temporary.open()
    let id = MemberID("ann")
    _ = try lead.record(
      MemberChange(id: id, roles: [.adjudicator], user: "a", annotators: [AnnotatorID("ada")]))
    let (changed, _) = try lead.record(MemberChange(id: id, roles: [.reviewer]))
    #expect(
      changed
        == Member(id: id, user: "a", roles: [.reviewer], annotators: [AnnotatorID("ada")]))
  }
}
