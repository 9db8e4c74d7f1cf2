package import Workbench

/// Whoever carries out the effects that touch the project: off the thread that paints, answering with
/// messages.
package protocol EffectWorker: Sendable {
  /// Begins the work and returns at once. Effects are carried out in the order in which they come.
  func perform(_ effect: Effect)

  /// Waits for everything that was begun; nothing is lost by leaving afterwards.
  func finish()
}
