package import Domain
package import Workbench

/// What the loop needs besides a device and a worker: the effects that belong to the terminal and to
/// the person before it.
package struct Desk {
  /// The time in UTC.
  package let now: @Sendable () -> Instant
  /// Draws with another theme; false where there is none of that name.
  package let useTheme: (String) -> Bool
  /// Opens the person's editor on a text; nil where it was left without saving.
  package let edit: (String, EditPurpose) -> String?
  /// Runs a command on an item; the answer says how it ended.
  package let pipe: (ItemID, String) -> String
  /// Puts a text on the person's clipboard; the answer says how to get at it.
  package let copy: (String) -> String
  /// Begins a check of the whole log; the answer comes as a message.
  package let verify: () -> Void

  package init(
    now: @escaping @Sendable () -> Instant, useTheme: @escaping (String) -> Bool,
    edit: @escaping (String, EditPurpose) -> String?,
    pipe: @escaping (ItemID, String) -> String = { _, _ in "There is nothing to pipe to here." },
    copy: @escaping (String) -> String, verify: @escaping () -> Void = {}
  ) {
    self.pipe = pipe
    self.now = now
    self.useTheme = useTheme
    self.edit = edit
    self.copy = copy
    self.verify = verify
  }
}
