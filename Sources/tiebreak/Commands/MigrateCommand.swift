import ArgumentParser

/// `migrate`: a label set that changed in mid-project.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Rename, merge, split or retire labels; list what was migrated.",
    discussion: """
      Edit [[labels]] in tiebreak.toml, and say in a mapping file what becomes of the old ones:

        rename = { angry = "anger" }
        merge = { complaint = ["gripe", "grumble"] }
        split = { other = ["billing", "refund"] }
        retire = ["spam"]

      Nothing that was said is rewritten: it is read through the mapping from then on.
      """,
    subcommands: [
      MigrateListCommand.self, MigratePlanCommand.self, MigrateApplyCommand.self,
    ],
    defaultSubcommand: MigrateListCommand.self)

  @ParentCommand var root: Tiebreak
}
