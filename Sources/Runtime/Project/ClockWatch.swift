import Domain
import Synchronization

/// Notices a clock that was set back: the log's order does not depend on it, but times that people read
/// do.
final class ClockWatch: Sendable {
  /// How far a clock may be behind before it is worth a word, in milliseconds.
  private static let tolerance: Int64 = 2000

  private struct State {
    /// The latest time that was seen on an event or on the clock.
    var latest: Instant?
    var behind: Setback?
  }

  /// The clock, and the time that it should have passed.
  private struct Setback {
    let clock: Instant
    let latest: Instant
  }

  private let state = Mutex(State())

  /// Takes in the time of an event, or the clock's.
  func see(_ time: Instant, isClock: Bool) {
    state.withLock { state in
      let latest = state.latest ?? time
      if isClock, state.behind == nil, time.milliseconds + Self.tolerance < latest.milliseconds {
        state.behind = Setback(clock: time, latest: latest)
      }
      state.latest = max(latest, time)
    }
  }

  /// What is to be said of it, once.
  func takeNotice() -> String? {
    let behind = state.withLock { state in
      defer { state.behind = nil }
      return state.behind
    }
    guard let behind else { return nil }
    return "The clock was set back: it says \(behind.clock.text), and \(behind.latest.text) was "
      + "recorded before. Nothing is lost, for the log's order is not by time; but what is recorded "
      + "now carries the clock's time. Set the clock."
  }
}
