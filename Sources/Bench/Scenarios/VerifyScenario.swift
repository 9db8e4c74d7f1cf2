import Foundation
import Ledger

/// Verifying a log: every line's hash, form and rules, beside SHA-256 of the same bytes, here and by the
/// `sha256sum` of the machine.
struct VerifyScenario: Scenario {
  static let name = "verify"

  func measure(in workplace: Workplace) throws -> [Figure] {
    let folder = try workplace.scratch("verify") + "/log"
    let events = 100_000
    var log = try MadeLog(in: folder)
    for _ in 0..<(events / 1000) { try log.rule(1000) }
    let path = folder + "/events.jsonl"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let megabytes = Double(bytes.count) / 1e6

    let hashing = Stopwatch()
    var digest = StreamingDigest()
    digest.update(bytes)
    _ = digest.digest()
    let hashed = hashing.seconds

    let summed = try Child.run(["sha256sum", path]).seconds

    let verifying = Stopwatch()
    let report = try LogVerifier.verify(path)
    let verified = verifying.seconds

    var sealing = VerificationOptions()
    sealing.sizes = Set(stride(from: 256, through: events, by: 256))
    sealing.isLastTreeWanted = true
    let building = Stopwatch()
    let sealed = try LogVerifier.verify(path, options: sealing)
    let built = building.seconds
    guard report.isSound, sealed.isSound else {
      throw BenchFailure("the made log is broken: \(String(describing: report.firstBad))")
    }
    return [
      Figure(
        name: "log verify", size: "\(Report.digits(Double(events))) events",
        unit: .megabytesPerSecond, value: megabytes / verified, yardstick: "SHA-256 of the log",
        base: megabytes / hashed,
        counts: "\(Report.digits(Double(report.events) / verified)) events/s, "
          + "\(bytes.count / report.events) bytes an event"),
      Figure(
        name: "log verify, with the tree", size: "\(Report.digits(Double(events))) events",
        unit: .megabytesPerSecond, value: megabytes / built, yardstick: "sha256sum of the log",
        base: megabytes / summed,
        counts: "\(Report.digits(Double(report.events) / built)) events/s, "
          + "\(sealed.trees.count) roots"),
    ]
  }
}
