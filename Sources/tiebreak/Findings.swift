import Interchange
import Runtime

/// What was wrong with single rows of a file that was only read, not imported.
enum Findings {
  private static let told = 5

  /// Tells the first of them.
  static func tell(_ diagnostics: Diagnostics) {
    for diagnostic in diagnostics.kept.prefix(told) { Output.note(diagnostic.description) }
    if diagnostics.count > told {
      Output.note("and \(diagnostics.count - told) more findings; import writes them all to a file")
    }
  }

  /// The same; where a row was refused and that is not to be, ends the command.
  static func tell(_ diagnostics: Diagnostics, isStrict: Bool) throws {
    tell(diagnostics)
    guard isStrict, diagnostics.refused > 0 else { return }
    throw CommandFailure(
      Words.sentence(ProjectFailure.strict(refused: diagnostics.refused, findings: [])),
      .inputRefused)
  }
}
