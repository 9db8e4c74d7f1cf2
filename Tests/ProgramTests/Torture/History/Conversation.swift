import Foundation
import Glibc

/// A program that is spoken to line by line while it runs.
final class Conversation {
  let process: pid_t
  private let channel: Int32
  private var received: [UInt8] = []

  /// - Parameter complaints: a file that its standard error is added to.
  init(
    _ words: [String], environment: [String: String], directory: String, complaints: String
  ) throws {
    var ends: [Int32] = [-1, -1]
    // A socket, so that speaking to somebody who is dead is an error and no signal.
    guard
      socketpair(
        AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(bitPattern: SOCK_CLOEXEC.rawValue), 0, &ends)
        == 0
    else { throw Child.SpawnFailure(number: errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(
      &actions, 2, complaints, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    let whole = ["/usr/bin/env", "-C", directory] + words
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    var arguments: [UnsafeMutablePointer<CChar>?] = whole.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer {
      for pointer in arguments + settings { free(pointer) }
    }
    var process = pid_t()
    let result = posix_spawn(&process, whole[0], &actions, nil, &arguments, &settings)
    close(ends[1])
    guard result == 0 else {
      close(ends[0])
      throw Child.SpawnFailure(number: result)
    }
    self.process = process
    channel = ends[0]
  }

  deinit { close(channel) }

  /// Says a line and waits for the answer; nil where none comes because the program is gone.
  func ask(_ line: String, milliseconds: Int32 = 120_000) -> String? {
    let bytes = Array((line + "\n").utf8)
    guard send(channel, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      return nil
    }
    while true {
      if let end = received.firstIndex(of: 0x0A) {
        let answer = String(decoding: received[..<end], as: UTF8.self)
        received.removeSubrange(...end)
        return answer
      }
      var waiting = pollfd(fd: channel, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, milliseconds) > 0 else { return nil }
      var room = [UInt8](repeating: 0, count: 4096)
      let count = read(channel, &room, room.count)
      guard count > 0 else { return nil }
      received += room[..<count]
    }
  }

  /// Ends what is said and waits for the program's end.
  func finish() {
    shutdown(channel, Int32(SHUT_WR))
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Waits for the end of a program that was killed.
  func collect() {
    kill(process, SIGKILL)
    finish()
  }
}
