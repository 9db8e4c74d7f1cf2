import Foundation
import Glibc
import TestSupport
import Testing

/// A project to be tortured, of which every case gets a copy.
struct TortureProject {
  let place: Workplace
  /// Items that wait for a ruling, in the order of the queue.
  let items: [String]
  /// Items, on all of which people disagree.
  static let size = 24
  /// Events of its log.
  let length: Int

  init() throws {
    place = try Workplace()
    // Small, because it is rebuilt after every case; everybody disagrees about everything.
    let labels = ["other", "refund", "billing"]
    let ratings = (0..<3 * Self.size).map {
      "T-\($0 / 3),ann-\($0 % 3),\(labels[($0 + $0 / 9) % 3])"
    }
    try place.write(
      "ratings.csv", "item,annotator,label\n" + ratings.joined(separator: "\n") + "\n")
    try place.run("init", "project", "--sandbox", "--from", "ratings.csv").expect(0)
    items =
      try place.run("-C", "project", "queue", "--json", "-n", "12").expect(0)
      .json()["rows"]?.array.compactMap { $0["item"]?.string } ?? []
    try place.run(
      "-C", "project", "rule",
      input: items.suffix(3).map { #"{"item":"\#($0)","label":"other"}"# }.joined(separator: "\n")
    ).expect(0)
    try place.run(
      "-C", "project", "guide", "define", "other", "--text", "Whatever has no place of its own."
    ).expect(0)
    let rows = (0..<40).map { row in
      "N-\(row / 2),ann-\(row % 2),\(row % 3 == 0 ? "refund" : "other")"
    }
    let header = "item,annotator,label\n"
    // A row without a label is refused, so that there is a file of refused rows.
    try place.write(Deed.added, header + (rows + ["N-99,ann-1"]).joined(separator: "\n") + "\n")
    try place.run("-C", "project", "backup", Deed.archive).expect(0)
    length = try LogBytes(at: place["project/log/events.jsonl"]).events.count
  }

  /// The same project in a place of its own, with what its user remembers of it.
  ///
  /// - Parameter more: files and folders that go with it.
  func copy(for deed: Deed? = nil, with more: [String] = []) throws -> Workplace {
    let other = try Workplace()
    let files = FileManager.default
    try files.removeItem(atPath: other["home"])
    for name in ["home", "project", Deed.added, Deed.archive] + more {
      try files.copyItem(atPath: place[name], toPath: other[name])
    }
    if deed == .migrate {
      // Rulings on a label that goes are put in doubt.
      try other.write(Deed.mapping, "rename = { refund = \"money\" }\nretire = [\"other\"]\n")
      try other.write(
        "project/tiebreak.toml",
        "[project]\nname = \"project\"\n"
          + ["money", "billing"].map { "\n[[labels]]\nid = \"\($0)\"\n" }.joined())
    }
    if deed == .firstOpening { try files.removeItem(atPath: other["project/store"]) }
    return other
  }
}

/// How much is tried: `make torture` tries everything, `make test` a sample that is drawn by a seed, and
/// `TIEBREAK_TORTURE=20` twenty times as much as that.
enum Torture {
  private static let wish = ProcessInfo.processInfo.environment["TIEBREAK_TORTURE"]

  static let isWhole = wish == "whole"

  /// How many times the sample is tried.
  static let factor = max(1, wish.flatMap { Int($0) } ?? 1)

  /// Some of the numbers 1 to `count`, sorted; all of them in `make torture`.
  static func sample(_ wanted: Int, of count: Int, seed: Int) -> [Int] {
    let wanted = wanted * factor
    guard !isWhole, count > wanted else { return Array(1...max(1, count)) }
    var random = SeededGenerator(seed: UInt64(seed))
    return Array((1...count).shuffled(using: &random).prefix(wanted)).sorted()
  }
}
