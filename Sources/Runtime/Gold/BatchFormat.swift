/// The forms in which items go out to annotators.
package enum BatchFormat: String, Sendable, CaseIterable {
  case csv
  case labelStudio = "label-studio"
}
