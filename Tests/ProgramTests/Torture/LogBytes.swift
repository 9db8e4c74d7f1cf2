import Crypto
import Foundation

/// The lines of a log, read by the letter of `docs/log-format.md` and apart from the program's own code.
struct LogBytes {
  struct Event {
    let seq: Int
    let op: String
    let type: String
    let actor: String
    let hash: String
    let members: JSON
  }

  /// What is wrong with a log, and where.
  struct Malformed: Error, CustomStringConvertible {
    let seq: Int
    let reason: String

    var description: String { "event \(seq): \(reason)" }
  }

  let events: [Event]
  /// Bytes behind the last LF: a write that did not come to its end.
  let tail: Int

  init(_ bytes: Data) throws {
    var events: [Event] = []
    var previous = String(repeating: "0", count: 64)
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    tail = lines.popLast()?.count ?? 0
    for line in lines {
      let event = try Self.event(Data(line), seq: events.count, previous: previous)
      previous = event.hash
      events.append(event)
    }
    self.events = events
  }

  init(at path: String) throws {
    try self.init(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func event(_ line: Data, seq: Int, previous: String) throws -> Event {
    func malformed(_ reason: String) -> Malformed { Malformed(seq: seq, reason: reason) }
    guard line.count > 75, line[(line.count - 75)...].starts(with: Array(#","hash":""#.utf8)) else {
      throw malformed("the shape of its end")
    }
    let payload = line.prefix(line.count - 75) + Array("}".utf8)
    let digest = hexadecimal(SHA256.hash(data: [0] + payload))
    guard let members = JSON(line), let op = members["op"]?.string,
      let type = members["type"]?.string, let actor = members["actor"]?.string
    else { throw malformed("its members") }
    guard members["hash"]?.string == digest else { throw malformed("its hash") }
    guard members["prev"]?.string == previous else { throw malformed("the hash before it") }
    guard members["seq"]?.integer == seq else { throw malformed("its position") }
    return Event(
      seq: seq, op: op, type: type, actor: actor, hash: digest, members: members)
  }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
