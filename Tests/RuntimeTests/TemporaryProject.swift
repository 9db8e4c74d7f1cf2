import Domain
import Foundation
import Interchange
import Runtime
import Synchronization

/// A project in a folder of its own, gone with the value.
final class TemporaryProject: Sendable {
  let root: String
  let folder: ProjectFolder
  private let clock = Mutex(Instant(milliseconds: 1_800_000_000_000))
  private let draws = Mutex(SeededOrder(seed: 7))

  static let header = "item,annotator,label,text"

  /// - Parameters:
  ///   - ratings: rows under `header`.
  ///   - mapping: how they are read; nil: as `header` says.
  init(
    _ ratings: [String], header: String = TemporaryProject.header, settings: String? = nil,
    isSandbox: Bool = true, mapping: Mapping? = nil
  ) throws {
    root = NSTemporaryDirectory() + "tiebreak-" + UUID().uuidString
    folder = ProjectFolder(path: root + "/project")
    try FileManager.default.createDirectory(
      atPath: root, withIntermediateDirectories: true)
    try write(ratings, to: "ratings.csv", header: header)
    if let settings {
      try settings.write(toFile: root + "/settings.toml", atomically: true, encoding: .utf8)
    }
    var usual = Mapping()
    usual.payload = .text("text")
    let new = NewProject(
      folder: folder, name: "test", settingsFile: settings.map { _ in root + "/settings.toml" },
      isSandbox: isSandbox, files: [root + "/ratings.csv"], mapping: mapping ?? usual,
      isStrict: true)
    _ = try new.make(surroundings: surroundings(), progress: { _ in })
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  func write(
    _ ratings: [String], to name: String, header: String = TemporaryProject.header
  ) throws {
    let text = ([header] + ratings).joined(separator: "\n") + "\n"
    try text.write(toFile: root + "/" + name, atomically: true, encoding: .utf8)
  }

  /// - Parameters:
  ///   - member: who it is that opens the project.
  ///   - home: whose state is used; several may look at one project.
  func open(
    as member: String? = nil, user: String = "tester", home: String = "one"
  ) throws -> Project {
    try Project.open(folder, surroundings: surroundings(as: member, user: user, home: home))
  }

  func surroundings(
    as member: String? = nil, user: String = "tester", home: String = "one"
  ) -> Surroundings {
    Surroundings(
      user: user, stateHome: root + "/state-" + home, configurationHome: root + "/config",
      standIn: member,
      now: { [self] in
        clock.withLock { now in
          now = Instant(milliseconds: now.milliseconds + 1000)
          return now
        }
      }, random: { [self] in draws.withLock { $0.next() } })
  }

  /// Five units with a contest each.
  static let contested = (1...5).flatMap { item in
    [
      "t\(item),ada,yes,text \(item)", "t\(item),ben,no,text \(item)",
      "t\(item),cleo,yes,text \(item)",
    ]
  }
}
