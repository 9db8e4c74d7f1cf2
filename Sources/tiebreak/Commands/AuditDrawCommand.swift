import ArgumentParser
import Runtime

/// `audit draw`: draws units, and has them ruled.
struct AuditDrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw units among those that would be released without a ruling.",
    discussion: """
      A simple random sample; --per-label adds units of labels that it has too few of, which count for \
      the figures of their labels only. What an earlier draw still waits for is asked no longer. The \
      same project, size and seed draw the same units. Only a lead draws.
      """)

  @ParentCommand var audit: AuditCommand

  @Option(help: ArgumentHelp("How many units; 60, or all there are.", valueName: "number"))
  var size: Int?

  @Option(
    help: ArgumentHelp("What the draw depends on; otherwise drawn by itself.", valueName: "number"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("The least of each label.", valueName: "number"))
  var perLabel: Int = 0

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    guard size.map({ $0 > 0 }) ?? true else { throw ValidationError("--size is at least 1.") }
    guard perLabel >= 0 else { throw ValidationError("--per-label is not negative.") }
  }

  func run() throws {
    let wish = AuditWish(size: size, seed: seed, floor: perLabel)
    try Program.withProject(audit.root) { project throws(ProjectFailure) in
      let drawn = try project.drawAudit(wish)
      if json {
        Output.print(AuditJSON.drawn(drawn))
      } else {
        Output.print(AuditText.drawn(drawn))
      }
    }
  }
}
