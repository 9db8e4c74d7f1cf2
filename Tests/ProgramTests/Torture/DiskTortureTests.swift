import Foundation
import Glibc
import Testing

/// A disk that is full, cannot be written or forgets, and a clock that goes back: what is said of it, and
/// that nothing is lost.
@Suite struct DiskTortureTests {
  @Test func `on a full disk the program says so, and goes on when there is room again`() throws {
    let project = try TortureProject()
    let place = try project.copy()
    let lines = Self.lines(project.items.prefix(9), as: "a")
    try place.write("lines", lines)
    // A disk of its own, filled but for a few KiB: some rulings fit, then none does.
    let run = try place.shell(
      """
      unshare -rm sh -c '
      mkdir disk && mount -t tmpfs -o size=8m tmpfs disk || exit 77
      cp -a project disk/project || exit 77
      head -c 9m /dev/zero > disk/filler 2>/dev/null
      used=$(stat -c %s disk/filler)
      truncate -s $((used - 122880)) disk/filler
      "$tiebreak" -C disk/project rule < lines; echo "code $?"
      "$tiebreak" -C disk/project log verify >&2; echo "verify $?"
      rm disk/filler
      "$tiebreak" -C disk/project rule < lines; echo "again $?"
      cp disk/project/log/events.jsonl log-after
      "$tiebreak" -C disk/project doctor --json >&2; echo "doctor $?"
      '
      """)
    guard run.code != 77, !run.complaint.contains("unshare failed"),
      !run.complaint.contains("mount:")
    else {
      print("No disk of one's own can be mounted here; the full disk is tried by the shim alone.")
      return
    }
    let answers = run.text.components(separatedBy: "code ")
    let first = answers[0].split(separator: "\n").compactMap { JSON(Data($0.utf8)) }
    let saved = first.filter { $0["ok"]?.boolean == true }.compactMap { $0["op"]?.string }
    #expect(first.count == 9 && saved.count < 9, "\(run.text)\(run.complaint)")
    let refusals = first.compactMap { $0["refused"]?.string }
    #expect(refusals.allSatisfy { $0.contains("No space left on device") || $0.contains("full") })
    for word in ["code 4", "verify 0", "again 0", "doctor 0"] {
      #expect(run.text.contains(word), "\(word): \(run.text)\(run.complaint)")
    }
    let log = try LogBytes(at: place["log-after"])
    #expect(log.tail == 0)
    for op in Self.operations(9, as: "a") { #expect(log.count(of: op, from: project.length) == 1) }
    for op in saved { #expect(log.count(of: op, from: project.length) == 1) }
  }

  @Test func `a sync that failed is not tried again, and what it was for is not acknowledged`()
    throws
  {
    let project = try TortureProject()
    let counted = try run(project, FaultPlan(kind: .error(EIO), at: 0, calls: "sync"))
    // At least one for opening and one for each of three rulings.
    #expect(counted.calls > 3)
    for at in 1...counted.calls {
      let tried = try run(project, FaultPlan(kind: .error(EIO), at: at, calls: "sync"))
      let answers = tried.run.jsonLines()
      let saved = answers.filter { $0["ok"]?.boolean == true }.compactMap { $0["op"]?.string }
      tried.run.expect(4)
      // Another sync may follow for another ruling, on a log that was opened anew: but of that ruling.
      #expect(saved.count < 3, "\(at): \(tried.run.text)")
      let log = try LogBytes(at: tried.place["project/log/events.jsonl"])
      #expect(log.tail == 0)
      for op in Self.operations(3, as: "b") {
        let isSaved = saved.contains(op)
        #expect(log.count(of: op, from: project.length) == (isSaved ? 1 : 0), "\(at): \(op)")
      }
      let words = tried.run.text + tried.run.complaint
      #expect(words.contains("sync failed: Input/output error"), "\(words)")
    }
  }

  /// Three rulings with calls on the log's file going wrong.
  private func run(
    _ project: TortureProject, _ plan: FaultPlan
  ) throws -> (run: Finished, calls: Int, place: Workplace) {
    var plan = plan
    plan.named = "events.jsonl"
    let place = try project.copy()
    let page = try FaultPage(in: place["home"])
    let run = try place.run(
      ["-C", "project", "rule"], input: Self.lines(project.items.prefix(3), as: "b"),
      environment: try plan.environment(under: place.path, page: page))
    return (run, page.calls, place)
  }

  @Test(arguments: [-3_600_000, 3_600_000])
  func `a clock that is set is said, and changes no order`(shift: Int) throws {
    let project = try TortureProject()
    let place = try project.copy()
    let page = try FaultPage(in: place["home"])
    let shim = try FaultPlan.counting.environment(under: place.path, page: page)
    func rule(_ item: Int, _ name: String) throws -> Finished {
      try place.run(
        ["-C", "project", "rule"], input: Self.lines(project.items[item...item], as: name),
        environment: shim
      ).expect(0)
    }
    page.clock = shift
    let shifted = try rule(0, "c")
    page.clock = 0
    let back = try rule(1, "d")
    let warned = shift < 0 ? shifted : back
    let quiet = shift < 0 ? back : shifted
    #expect(warned.complaint.contains("The clock was set back"), "\(warned.complaint)")
    #expect(!quiet.complaint.contains("clock"), "\(quiet.complaint)")
    let log = try LogBytes(at: place["project/log/events.jsonl"])
    let ops = log.events.suffix(2).map(\.op)
    #expect(ops == [Self.operations(1, as: "c")[0], Self.operations(1, as: "d")[0]])
    try place.run("-C", "project", "log", "verify").expect(0)
    let doctor = try place.run("-C", "project", "doctor", "--json").expect(0).json()
    #expect(doctor["good"]?.boolean == true)
  }

  /// Ids of operations that differ by a hexadecimal digit.
  private static func operations(_ count: Int, as digit: String) -> [String] {
    (0..<count).map { "\($0)" + String(repeating: digit, count: 31) }
  }

  private static func lines(_ items: ArraySlice<String>, as digit: String) -> String {
    zip(items, operations(items.count, as: digit)).map { item, op in
      #"{"item":"\#(item)","label":"other","op":"\#(op)"}"#
    }.joined(separator: "\n") + "\n"
  }
}
