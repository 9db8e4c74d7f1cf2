import ArgumentParser
import Runtime

/// `rule`: rulings as JSON lines, the screen's twin.
struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "Record rulings given as JSON lines on standard input.",
    discussion: """
      In:   {"item": "T-7", "label": "refund", "reason": "policy", "note": "…"}
            {"item": "T-8", "outcome": "ambiguous"}
            {"item": "T-9", "question": "tone", "value": 4}
      Out:  {"ok": true, "seq": 12, "op": "…"} or {"ok": false, "refused": "…"}

      Also: {"item": "T-7", "do": "withdraw"}, and "do" of reopen, flag, unflag and comment (its words in \
      "note"); "follows" and "distinguishes" (positions of precedents), "votes_seen", "order_seed", "seat", "cites", "base" (refuse where somebody was faster), "op" (the same op twice is one \
      ruling). All lines are tried; exit 1 where one was refused, 5 where it was for want of a right.
      """)

  @ParentCommand var root: Tiebreak

  @Flag(help: "Accepted for symmetry: the answers are JSON lines always.")
  var json = false

  func run() throws {
    let code = try Program.withProject(root) { project throws(ProjectFailure) in
      let input = StandardLines()
      let code = try RuleLines(project: project).run(
        lines: input.next, answer: { Output.print($0) })
      if let failure = input.failure { throw failure }
      return code
    }
    if code != .done { throw code }
  }
}
