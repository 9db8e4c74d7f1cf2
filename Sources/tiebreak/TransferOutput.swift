import Runtime

/// Says what came of moving a project.
enum TransferOutput {
  static func run(
    _ transfer: Transfer, json: Bool,
    _ body: (Transfer) throws(ProjectFailure) -> TransferReport
  ) throws {
    let report = try Program.doing { () throws(ProjectFailure) in try body(transfer) }
    if json {
      Output.print(report.json)
    } else {
      Output.print(report.lines.filter { !$0.isEmpty })
    }
    if !report.isDone { throw Runtime.ExitCode.answerIsNo }
  }
}
