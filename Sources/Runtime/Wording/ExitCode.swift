/// How a command ended, for scripts.
package enum ExitCode: Int32, Sendable {
  case done = 0
  /// It ran, and the answer is no: damage was found, a line was refused.
  case answerIsNo = 1
  case usage = 2
  case inputRefused = 3
  /// The store or a file is in trouble.
  case trouble = 4
  case notAllowed = 5
}
