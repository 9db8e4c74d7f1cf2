import Foundation
import Glibc
import TestSupport
import Testing

/// Kills and stops the clients' programs at random moments, until told that all is over.
struct Nemesis {
  let clients: [Client]
  /// Kills it aims at; it strikes less often than clients work, so it may come to fewer.
  let kills: Int

  func run(until isOver: () -> Bool) {
    var random = SeededGenerator(seed: 99)
    while !isOver() {
      usleep(UInt32.random(in: 1000...60_000, using: &random))
      let done = clients.map(\.kills).reduce(0, +)
      guard let client = clients.randomElement(using: &random) else { return }
      if done < kills, Bool.random(using: &random) {
        client.strike { kill($0, SIGKILL) }
      } else {
        let pause = UInt32.random(in: 1000...80_000, using: &random)
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
