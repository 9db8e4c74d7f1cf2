import Foundation
import Glibc
import TestSupport
import Testing

/// Kills and stops the clients' programs at random moments, until told that all is over. Its kills are
/// spread over the whole of the work.
struct Nemesis {
  let clients: [Client]
  /// Kills it aims at, in all.
  let kills: Int
  /// Operations that the clients have before them, in all.
  let operations: Int

  func run(until isOver: () -> Bool) {
    var random = SeededGenerator(seed: 99)
    while !isOver() {
      usleep(UInt32.random(in: 1000...60_000, using: &random))
      guard let client = clients.randomElement(using: &random) else { return }
      let done = clients.map(\.done).reduce(0, +)
      let due = (kills * done + operations - 1) / operations
      if clients.map(\.kills).reduce(0, +) < due {
        client.strike { kill($0, SIGKILL) }
      } else if Int.random(in: 0..<4, using: &random) == 0 {
        let pause = UInt32.random(in: 1000...60_000, using: &random)
        client.strike { process in
          kill(process, SIGSTOP)
          usleep(pause)
          kill(process, SIGCONT)
        }
      }
    }
  }
}

/// Looks at the log's end through the program, again and again.
struct Reader {
  let number: Int
  let place: Workplace

  func read() throws -> History.Reading? {
    let began = Client.now()
    let run = try place.run("-C", "project", "log", "show", "--json", "-n", "1")
    let ended = Client.now()
    guard run.code == 0, let last = run.jsonLines().last, let seq = last["seq"]?.integer,
      let hash = last["hash"]?.string
    else { return nil }
    return History.Reading(reader: number, began: began, ended: ended, seq: seq, hash: hash)
  }
}
