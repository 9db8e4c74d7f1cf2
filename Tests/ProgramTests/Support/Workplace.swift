import Foundation
import Screen
import TestSupport
import Testing

/// A folder of a test's own, with its own home, in which the built program runs. It is removed when the
/// test is over.
final class Workplace: Sendable {
  let path: String
  private let scratch: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("tiebreak-program-\(UUID().uuidString)")
      .resolvingSymlinksInPath().path
    scratch = path + ".scratch"
    for folder in [path, path + "/home", scratch] {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    try? FileManager.default.removeItem(atPath: scratch)
  }

  static let program = BuiltProgram.path("tiebreak")

  /// The path of something in the folder.
  subscript(name: String) -> String { path + "/" + name }

  /// What the program sees of the machine: nothing of whoever runs the tests.
  func environment(_ more: [String: String] = [:]) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": path + "/home",
      "XDG_STATE_HOME": path + "/home/state", "XDG_CONFIG_HOME": path + "/home/config",
      "SWIFT_BACKTRACE": "enable=no",
    ].merging(more) { $1 }
  }

  /// Starts the program without waiting for it.
  func start(
    _ arguments: [String], input: String = "", environment more: [String: String] = [:]
  ) throws -> Child {
    let file = "\(scratch)/\(UUID().uuidString).in"
    try Data(input.utf8).write(to: URL(fileURLWithPath: file))
    return try Child(
      [Self.program] + arguments, environment: environment(more), directory: path, input: file,
      scratch: scratch)
  }

  /// Runs the program to its end.
  @discardableResult
  func run(
    _ arguments: String..., input: String = "", as member: String? = nil,
    environment more: [String: String] = [:]
  ) throws -> Finished {
    try run(arguments, input: input, as: member, environment: more)
  }

  /// Runs the program to its end.
  @discardableResult
  func run(
    _ arguments: [String], input: String = "", as member: String? = nil,
    environment more: [String: String] = [:]
  ) throws -> Finished {
    var more = more
    if let member { more["TIEBREAK_AS"] = member }
    return try start(arguments, input: input, environment: more).finish()
  }

  /// Runs a line of a shell, in which `$tiebreak` is the program.
  func shell(_ line: String, environment more: [String: String] = [:]) throws -> Finished {
    let variables = environment(more).merging(["tiebreak": Self.program]) { $1 }
    return try Child(
      ["/bin/sh", "-c", line], environment: variables, directory: path, input: "/dev/null",
      scratch: scratch
    ).finish()
  }

  /// Opens the program on a terminal of its own.
  func sit(
    _ arguments: String..., size: Size = Size(width: 80, height: 24),
    environment more: [String: String] = [:]
  ) throws -> PtySession {
    try PtySession(
      [Self.program] + arguments, environment: environment(more), size: size, directory: path)
  }

  /// Writes a file and returns its name.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: self[name]))
    return name
  }

  /// Writes a personal file: `config.toml`, `keys.toml`, a theme.
  func configure(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: self["home/config/tiebreak/" + name])
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self[name])), as: UTF8.self)
  }

  /// The names of all files below a folder with their sizes, sorted: what a command must not change.
  func listing(_ folder: String = "") -> [String] {
    let root = folder.isEmpty ? path : self[folder]
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.sorted().map { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + name)
      let isFolder = attributes?[.type] as? FileAttributeType == .typeDirectory
      return isFolder ? name + "/" : "\(name) \(attributes?[.size] as? Int ?? -1)"
    }
  }
}

extension Workplace {
  /// Has a lead choose what goes out of `project` without a ruling.
  func release(_ choice: String) throws {
    let settings = try read("project/tiebreak.toml")
    let line = "release = \"\(choice)\"\n"
    try write(
      "project/tiebreak.toml",
      settings.contains("[queue]\n")
        ? settings.replacingOccurrences(of: "[queue]\n", with: "[queue]\n" + line)
        : settings + "\n[queue]\n" + line)
    try run("-C", "project", "apply").expect(0)
  }
}
