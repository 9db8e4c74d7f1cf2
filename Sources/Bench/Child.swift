import Foundation
import Glibc

/// A program that was run to its end, with what it took.
struct Child {
  /// From before it was started until it had ended.
  let seconds: Double
  /// The most memory it held at once, in bytes.
  let peakMemory: Int

  var peakMegabytes: Double { Double(peakMemory) / 1e6 }

  /// Runs a program with its output thrown away.
  static func run(
    _ words: [String], environment: [String: String] = [:]
  ) throws(BenchFailure) -> Child {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let watch = Stopwatch()
    let process = try spawn(words, environment: environment, actions: &actions)
    let memory = MemoryWatch(process)
    let status = try wait(for: process)
    let seconds = watch.seconds
    guard status == 0 else {
      throw BenchFailure("\(words.joined(separator: " ")) ended with status \(status)")
    }
    return Child(seconds: seconds, peakMemory: memory.stop())
  }

  /// Waits until a process has ended, and says how.
  static func wait(for process: pid_t) throws(BenchFailure) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw BenchFailure("process \(process) is lost") }
    }
    return status
  }

  /// Starts a program; it inherits the environment, after what is named.
  static func spawn(
    _ words: [String], environment: [String: String], actions: inout posix_spawn_file_actions_t,
    attributes: UnsafePointer<posix_spawnattr_t>? = nil
  ) throws(BenchFailure) -> pid_t {
    let inherited = ProcessInfo.processInfo.environment
      .merging(environment) { $1 }
      .map { "\($0)=\($1)" }
    var argumentPointers = words.map { strdup($0) } + [nil]
    var environmentPointers = inherited.map { strdup($0) } + [nil]
    defer {
      for pointer in argumentPointers + environmentPointers { free(pointer) }
    }
    var process: pid_t = 0
    let code = posix_spawnp(
      &process, words[0], &actions, attributes, &argumentPointers, &environmentPointers)
    guard code == 0 else {
      throw BenchFailure("\(words[0]) cannot be started: \(String(cString: strerror(code)))")
    }
    return process
  }
}
