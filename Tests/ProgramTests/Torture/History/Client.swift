import Foundation
import Glibc
import Synchronization
import TestSupport

/// One of several who rule on the same few items, through a program of their own.
final class Client: Sendable {
  private struct State {
    var process: pid_t?
    var history: [History.Operation] = []
    var kills = 0
  }

  private let number: Int
  private let count: Int
  private let items: [String]
  private let words: [String]
  private let environment: [String: String]
  private let directory: String
  private let state = Mutex(State())

  init(number: Int, count: Int, items: [String], place: Workplace) {
    self.number = number
    self.count = count
    self.items = items
    words = [Workplace.program, "-C", "project", "rule"]
    environment = place.environment(["TIEBREAK_AS": "c\(number)"])
    directory = place.path
  }

  var history: [History.Operation] { state.withLock { $0.history } }

  /// How many operations are behind it.
  var done: Int { state.withLock { $0.history.count } }

  /// How often its program was killed.
  var kills: Int { state.withLock { $0.kills } }

  /// Does something to its program, where one is running.
  func strike(_ body: (pid_t) -> Void) {
    state.withLock { state in
      if let process = state.process { body(process) }
    }
  }

  func run() throws {
    var random = SeededGenerator(seed: UInt64(number + 1))
    var conversation: Conversation?
    var bases: [String: Int] = [:]
    for turn in 0..<count {
      let op = String(repeating: "0", count: 16) + Self.hexadecimal(number * 1_000_000 + turn)
      let item = items.randomElement(using: &random) ?? ""
      let line = Self.line(item, op, base: bases[item], &random)
      var operation = History.Operation(
        op: op, began: Self.now(), ended: nil, outcome: .unknown)
      // Who gets no answer asks the same once more, mostly.
      for _ in 0..<4 {
        let partner: Conversation
        if let conversation {
          partner = conversation
        } else {
          partner = try start()
          conversation = partner
        }
        if let answer = partner.ask(line) {
          operation.outcome = Self.outcome(answer)
          operation.ended = Self.now()
          break
        }
        bury(partner)
        conversation = nil
        if Int.random(in: 0..<4, using: &random) == 0 { break }
      }
      if case .ok(let seq) = operation.outcome { bases[item] = seq }
      state.withLock { $0.history.append(operation) }
    }
    state.withLock { $0.process = nil }
    conversation?.finish()
  }

  private func start() throws -> Conversation {
    let conversation = try Conversation(
      words, environment: environment, directory: directory,
      complaints: "\(directory)/complaints-\(number)")
    state.withLock { $0.process = conversation.process }
    return conversation
  }

  private func bury(_ conversation: Conversation) {
    state.withLock {
      $0.process = nil
      $0.kills += 1
    }
    conversation.collect()
  }

  private static func line(
    _ item: String, _ op: String, base: Int?, _ random: inout SeededGenerator
  ) -> String {
    let kind =
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4: #""label":"other""#
      case 4..<6: #""label":"refund","base":\#(base ?? -1)"#
      case 6..<9: #""do":"withdraw""#
      default: #""do":"reopen""#
      }
    return #"{"item":"\#(item)",\#(kind),"op":"\#(op)"}"#
  }

  private static func outcome(_ answer: String) -> History.Operation.Outcome {
    let json = JSON(Data(answer.utf8))
    if json?["ok"]?.boolean == true, let seq = json?["seq"]?.integer { return .ok(seq: seq) }
    // After trouble nobody knows; a plain refusal is one.
    return json?["code"]?.string == "trouble" || json == nil ? .unknown : .refused
  }

  private static func hexadecimal(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Nanoseconds of a clock that only goes forward.
  static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
