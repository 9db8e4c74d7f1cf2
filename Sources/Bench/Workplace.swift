import Domain
import Foundation
import Glibc
import Ledger
import Runtime

/// The files and projects that scenarios share. Each is made once and kept for the next run.
struct Workplace {
  let program: String
  let isLarge: Bool
  let data: String
  private let folder: String

  init(_ options: Options) throws {
    try FileManager.default.createDirectory(
      atPath: options.folder, withIntermediateDirectories: true)
    folder = URL(fileURLWithPath: options.folder).path
    program = URL(fileURLWithPath: options.program).path
    isLarge = options.isLarge
    data = options.data
    guard access(program, X_OK) == 0 else {
      throw BenchFailure("\(program) is not there; make build makes it")
    }
  }

  /// Whether there are public sets of texts.
  var hasData: Bool { access(data + "/pandalm-preferences", F_OK) == 0 }

  /// Personal state lies with the data, not with the person's.
  var environment: [String: String] {
    [
      "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config",
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
    ]
  }

  func table(_ ratings: Int, ending: String = "csv") throws -> String {
    let path = "\(folder)/made-\(ratings).\(ending)"
    if access(path, R_OK) != 0 { try MadeTable(ratings: ratings).write(to: path) }
    return path
  }

  /// A project of made-up ratings.
  func project(_ ratings: Int) throws -> ProjectFolder {
    let path = "\(folder)/project-\(ratings)"
    if access(path + "/log", F_OK) != 0 { try makeProject(path, from: try table(ratings)) }
    return ProjectFolder(path: path)
  }

  /// A project whose annotators have accuracies of their own, made anew each time: rulings teach it.
  func learningProject() throws -> ProjectFolder {
    let path = "\(folder)/project-votes"
    let table = "\(folder)/made-votes.csv"
    if access(table, R_OK) != 0 { try MadeVotes().write(to: table) }
    try makeProject(path, from: table)
    return ProjectFolder(path: path)
  }

  /// A copy of a project to rule in, away from the one that others look at.
  func copy(of project: ProjectFolder) throws -> ProjectFolder {
    let path = project.path + "-copy"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: project.path, toPath: path)
    return ProjectFolder(path: path)
  }

  @discardableResult
  func makeProject(_ path: String, from file: String) throws -> Child {
    try? FileManager.default.removeItem(atPath: path)
    return try Child.run(
      [program, "init", path, "--from", file], environment: environment)
  }

  /// An empty folder that is made anew each time.
  func scratch(_ name: String) throws -> String {
    let path = "\(folder)/scratch-\(name)"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  func run(_ arguments: [String]) throws -> Child {
    try Child.run([program] + arguments, environment: environment)
  }

  /// Time that `wc -l` takes for a file.
  func secondsToCountLines(_ path: String) throws -> Double {
    try Child.run(["wc", "-l", path]).seconds
  }

  var surroundings: Surroundings {
    Surroundings(
      user: NSUserName(), stateHome: folder + "/state", configurationHome: folder + "/config",
      standIn: nil, now: Self.now,
      random: {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      })
  }

  @Sendable static func now() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  static func size(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.size] as? Int) ?? 0
  }
}
