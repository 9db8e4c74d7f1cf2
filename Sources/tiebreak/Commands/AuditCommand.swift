import ArgumentParser

/// `audit`: how right the release is, measured on units that were drawn at random.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Measure how right the release is, on units drawn at random.",
    discussion: """
      draw units, rule on them in the workbench, where they stand first and without what would be \
      released for them; then audit says how right the release is, with exact limits. docs/audit.md
      """,
    subcommands: [AuditShowCommand.self, AuditDrawCommand.self, AuditAdviseCommand.self],
    defaultSubcommand: AuditShowCommand.self)

  @ParentCommand var root: Tiebreak
}
