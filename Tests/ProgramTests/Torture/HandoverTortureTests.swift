import Foundation
import TestSupport
import Testing

/// `handover` and `init --handover` with a system call that is their last, or fails: what looks whole is
/// whole, and the next run needs nobody's help.
@Suite struct HandoverTortureTests {
  private static let tried = 5

  private func made() throws -> Workplace {
    let place = try Workplace()
    let rows = (0..<12).map { "i\($0 / 2),r\($0 % 2),\($0 % 3 == 0 ? "a" : "b")" }
    try place.write("ratings.csv", "item,annotator,label\n" + rows.joined(separator: "\n") + "\n")
    try place.run("init", "project", "--from", "ratings.csv").expect(0)
    return place
  }

  private func run(_ place: Workplace, _ words: [String], _ plan: FaultPlan) throws -> Int {
    let page = try FaultPage(in: place["home"])
    let finished = try place.run(
      words, environment: try plan.environment(under: place.path, page: page))
    if plan.at == 0 { finished.expect(0) }
    return page.calls
  }

  @Test(arguments: [FaultPlan.Kind.kills, FaultPlan.Kind.errors])
  func `a folder that looks whole can be opened`(kinds: [FaultPlan.Kind]) throws {
    let counted = try run(try made(), Self.writing, .counting)
    for (number, kind) in kinds.enumerated() {
      for at in Torture.sample(Self.tried, of: counted, seed: 700 + number) {
        let place = try made()
        let said: Comment = "\(kind), call \(at)"
        _ = try run(place, Self.writing, FaultPlan(kind: kind, at: at))
        if FileManager.default.fileExists(atPath: place["given/tiebreak-handover.json"]) {
          let opened = try place.run("init", "early", "--handover", "given")
          #expect(opened.code == 0, said)
        } else {
          #expect(!FileManager.default.fileExists(atPath: place["given"]), said)
          try place.run(Self.writing).expect(0)
        }
        try place.run("init", "mine", "--handover", "given").expect(0)
        try place.run("-C", "mine", "log", "verify").expect(0)
        let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(!left.contains { $0.contains(".making-") }, said)
      }
    }
  }

  @Test(arguments: [FaultPlan.Kind.kills, FaultPlan.Kind.errors])
  func `a project that was half made is made by the next run`(kinds: [FaultPlan.Kind]) throws {
    let first = try made()
    try first.run(Self.writing).expect(0)
    let counted = try run(first, Self.opening, .counting)
    for (number, kind) in kinds.enumerated() {
      for at in Torture.sample(Self.tried, of: counted, seed: 800 + number) {
        let place = try made()
        try place.run(Self.writing).expect(0)
        _ = try run(place, Self.opening, FaultPlan(kind: kind, at: at))
        if !FileManager.default.fileExists(atPath: place["mine/log"]) {
          try place.run(Self.opening).expect(0)
        }
        try place.run("-C", "mine", "log", "verify").expect(0)
        let doctor = try place.run("-C", "mine", "doctor", "--json").expect(0)
        #expect(doctor.json()["good"]?.boolean == true, "\(kind), call \(at)")
      }
    }
  }

  private static let writing = ["-C", "project", "handover", "given"]
  private static let opening = ["init", "mine", "--handover", "given"]
}
