import Foundation
import Testing

/// What must hold after a run that went wrong: nothing acknowledged is lost, nothing half done is read,
/// nothing is there twice, and the next run works without a choice of anybody's.
struct Aftermath {
  let deed: Deed
  let project: TortureProject
  let place: Workplace
  let run: Finished
  let plan: FaultPlan

  func check() throws {
    let said: Comment = "\(deed.rawValue), \(plan): \(run.text.suffix(300))\(run.complaint)"
    expectEnding(said)
    try expectKept(said)
    let again = try place.run(deed.arguments, input: deed.input(items: project.items))
    #expect(
      again.code == 0 || isDone(again),
      "\(said)\nthen: \(again.text.suffix(300))\(again.complaint)")
    try expectWhole(said)
  }

  /// Whether it was refused because it had been done.
  private func isDone(_ again: Finished) -> Bool {
    switch deed {
    case .publish: again.code == 1 && again.complaint.contains("Nothing waits to be published.")
    case .migrate: again.code == 3 && again.complaint.contains("is no label of this project")
    case .initialise, .restore:
      again.code == 4 && again.complaint.contains("is a project already")
    case .backup: again.code == 4 && again.complaint.contains("exists already")
    default: false
    }
  }

  /// A kill ends it, or it ends by itself and says why.
  private func expectEnding(_ said: Comment) {
    if plan.kind.kills {
      #expect(run.signal == 9, said)
      return
    }
    #expect(run.code == 0 || run.code == 4, said)
    if run.code == 4 { #expect(!run.complaint.isEmpty || run.text.contains("refused"), said) }
  }

  /// Right after the fault, before anything is mended.
  private func expectKept(_ said: Comment) throws {
    guard FileManager.default.fileExists(atPath: place[path]) else {
      #expect(deed.makesProject, said)
      return
    }
    let log = try LogBytes(at: place[path])
    for name in deed.acknowledged(run) {
      #expect(log.count(of: name, from: start) == 1, "\(name) was acknowledged; \(said)")
    }
    for name in deed.recorded { #expect(log.count(of: name, from: start) <= 1, said) }
    if !deed.makesProject { #expect(log.events.count >= project.length, said) }
  }

  /// After the same thing was asked for once more.
  private func expectWhole(_ said: Comment) throws {
    let log = try LogBytes(at: place[path])
    #expect(log.tail == 0, said)
    for name in deed.recorded { #expect(log.count(of: name, from: start) == 1, said) }
    #expect(Set(log.events.map(\.op)).count == log.events.count, said)
    try place.run("-C", deed.project, "log", "verify").expect(0)
    let stands = try place.run("-C", deed.project, "doctor", "--dump").expect(0)
    let doctor = try place.run("-C", deed.project, "doctor", "--json")
    #expect(doctor.code == 0 && doctor.json()["good"]?.boolean == true, said)
    #expect(
      doctor.json()["mended"]?.array.contains { $0.string?.contains("tables") == true } == false,
      said)
    let rebuilt = try place.run("-C", deed.project, "doctor", "--rebuild", "--dump").expect(0)
    #expect(stands.output == rebuilt.output, said)
    switch deed {
    case .export: try expectFile(Deed.exported, written: "export")
    case .logExport:
      #expect(try LogBytes(at: place[Deed.exportedLog]).events.count == log.events.count, said)
    case .backup:
      try place.run("restore", Deed.backedUp, "restored").expect(0)
      let restored = try Data(contentsOf: URL(fileURLWithPath: place["restored/log/events.jsonl"]))
      #expect(try Data(contentsOf: URL(fileURLWithPath: place[path])) == restored, said)
    default: break
    }
  }

  private func expectFile(_ name: String, written command: String) throws {
    let fresh = try place.run("-C", "project", command).expect(0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: place[name])) == fresh.output)
  }

  private var path: String { "\(deed.project)/log/events.jsonl" }

  private var start: Int { deed.makesProject ? 0 : project.length }
}
