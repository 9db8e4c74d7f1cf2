import Foundation
import Glibc

/// A process that was started: its output goes to files, so that it never waits for a reader.
struct Child {
  /// Why a process could not be started.
  struct SpawnFailure: Error {
    let number: Int32
  }

  let process: pid_t
  private let output: String
  private let errors: String
  private let started: ContinuousClock.Instant

  /// - Parameters:
  ///   - input: the path of what it reads from standard input.
  ///   - environment: all of its variables.
  ///   - scratch: a folder for what it writes.
  init(
    _ words: [String], environment: [String: String], directory: String, input: String,
    scratch: String
  ) throws {
    let tag = UUID().uuidString
    output = "\(scratch)/\(tag).out"
    errors = "\(scratch)/\(tag).err"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    // The folder is changed by env, which then becomes the program: spawning cannot do it here.
    let whole = ["/usr/bin/env", "-C", directory] + words
    var arguments: [UnsafeMutablePointer<CChar>?] = whole.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer {
      for pointer in arguments + settings { free(pointer) }
    }
    started = ContinuousClock().now
    var process = pid_t()
    let result = posix_spawn(&process, whole[0], &actions, nil, &arguments, &settings)
    guard result == 0 else { throw SpawnFailure(number: result) }
    self.process = process
  }

  /// Waits for its end.
  func finish() throws -> Finished {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let spent = ContinuousClock().now - started
    let signal = Int(status & 0x7F)
    defer {
      unlink(output)
      unlink(errors)
    }
    return Finished(
      code: signal == 0 ? Int(status >> 8 & 0xFF) : nil, signal: signal == 0 ? nil : signal,
      output: try Data(contentsOf: URL(fileURLWithPath: output)),
      errors: try Data(contentsOf: URL(fileURLWithPath: errors)),
      peakBytes: usage.ru_maxrss * 1024,
      seconds: Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18)
  }
}
