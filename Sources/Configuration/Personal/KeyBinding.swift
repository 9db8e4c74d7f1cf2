/// The keys of one command, as they are written.
package struct KeyBinding: Hashable, Sendable {
  /// The command's id, `queue.next`.
  package let command: String
  /// Where the command stands.
  package let place: SourcePlace
  /// Empty: the command has no key.
  package let keys: [Key]

  /// A key's name and where it stands.
  package struct Key: Hashable, Sendable {
    package let text: String
    package let place: SourcePlace
  }
}
