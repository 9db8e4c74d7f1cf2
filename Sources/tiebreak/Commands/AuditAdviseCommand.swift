import ArgumentParser
import Domain
import Runtime

/// `audit advise`: how many units to draw.
struct AuditAdviseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract: "Say how many units to draw to show that the release is right to a wanted share.",
    discussion: """
      The share is the one-sided lower limit with a confidence of .95, as audit_accuracy in [gate] asks \
      for it. exit 1 where no draw would show it.
      """)

  @ParentCommand var audit: AuditCommand

  @Option(
    help: ArgumentHelp("What is to be shown; otherwise what [gate] asks for.", valueName: "share"))
  var bound: String?

  @Option(
    help: ArgumentHelp("How many labels without a ruling are right, by guess.", valueName: "share"))
  var expect: String = "1"

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    for (name, text) in [("--bound", bound), ("--expect", expect)] {
      guard let text else { continue }
      guard let number = Self.share(text), (0...1).contains(number) else {
        throw ValidationError("\(name) is a share from 0 to 1.")
      }
    }
  }

  /// `.98` is how shares are printed, so it is read, too.
  private static func share(_ text: String) -> Double? {
    Number(text.hasPrefix(".") ? "0" + text : text)?.double
  }

  func run() throws {
    let isShown = try Program.withProject(audit.root) { project throws(ProjectFailure) in
      let bar = project.configuration.gate.auditAccuracy?.double
      guard let wanted = bound.flatMap({ Self.share($0) }) ?? bar else {
        throw ProjectFailure.usage(
          "Say what is to be shown: --bound .98, or audit_accuracy in [gate] of tiebreak.toml")
      }
      let advice = try project.auditAdvice(
        bound: wanted, expecting: Self.share(expect) ?? 1)
      if json {
        Output.print(AuditJSON.json(advice))
      } else {
        Output.print(AuditText.advice(advice))
      }
      return advice.size != nil
    }
    if !isShown { throw Runtime.ExitCode.answerIsNo }
  }
}
