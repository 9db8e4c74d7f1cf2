/// Why a settings file was not read: everything that is wrong with it, in the order of the file.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Never empty.
  package let problems: [ConfigurationProblem]
  /// How many more there are than `problems` holds.
  package let omitted: Int

  package init(_ problems: [ConfigurationProblem], omitted: Int = 0) {
    precondition(!problems.isEmpty, "An error names at least one problem.")
    self.problems = problems
    self.omitted = omitted
  }

  /// One problem a line.
  package var description: String {
    let lines = problems.map(\.description)
    return (omitted > 0 ? lines + ["and \(omitted) more"] : lines).joined(separator: "\n")
  }
}
