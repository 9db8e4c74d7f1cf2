import Domain

extension PayloadReader {
  mutating func migration() throws(PayloadProblem) -> LabelMigration {
    let mapping = try members.optional("mapping") { LabelMapping(canonical: $0) }
    guard let mapping else { throw .missingMember("mapping") }
    guard var settings = try members.object("settings") else { throw .missingMember("settings") }
    let text = try longText(&settings)
    let digest = try settings.digest("digest")
    try settings.finish()
    guard digest == .sha256(of: text) else { throw .wrongForm(member: "settings") }
    let inDoubt = try self.inDoubt()
    let migration = LabelMigration(
      mapping: mapping, settings: ConfigurationChange(text: text, digest: digest),
      batch: try members.integer("batch"), inDoubt: inDoubt,
      reason: try members.optionalText("reason"))
    guard migration.inDoubt == inDoubt else { throw .wrongForm(member: "in_doubt") }
    guard try members.integer("doubts") == inDoubt.count else {
      throw .wrongForm(member: "doubts")
    }
    return migration
  }
}
