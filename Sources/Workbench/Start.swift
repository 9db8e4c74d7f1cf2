package import Domain
package import Screen

/// What the workbench has to be told before it can paint: everything that is not read from a store.
package struct Start: Hashable, Sendable {
  /// The settings in force.
  package var configuration: ProjectConfiguration
  package var members: [Member]
  /// Who sits here; nil for somebody who is no member and may read only.
  package var me: Member?
  /// The name under which the system knows who sits here, where they are no member.
  package var user: String
  package var isSandbox = false
  /// Whether `tiebreak.toml` says something else than what is in force.
  package var configurationDiffers = false
  /// Why nothing may be written, as on a broken log; nil where writing is allowed.
  package var readOnly: String?
  /// From which letters and shuffled orders follow: of the project and the member, not of the session,
  /// so that an item keeps its letters.
  package var seed: UInt64 = 0
  package var startedAt: Instant
  package var size: Size
  /// The names that `:theme` offers, and the one in use.
  package var themes: [String] = []
  package var theme = "dark"
  package var keymap = Keymap.standard
  package var resumed = SessionState()
  package var drafts: [UnitID: Draft] = [:]
  /// What was written about the guideline and not sent.
  package var forms: [FormDraft] = []

  package init(
    configuration: ProjectConfiguration, members: [Member], me: Member?, user: String,
    startedAt: Instant, size: Size
  ) {
    self.configuration = configuration
    self.members = members
    self.me = me
    self.user = user
    self.startedAt = startedAt
    self.size = size
  }
}
