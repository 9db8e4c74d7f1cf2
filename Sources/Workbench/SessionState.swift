package import Domain

/// Where somebody was: enough to come back to it after a quit, or after a kill.
package struct SessionState: Hashable, Sendable {
  /// The unit under the cursor of the queue.
  package var cursor: UnitID?
  /// The unit that was open, where one was.
  package var open: UnitID?
  /// The limit as it was typed.
  package var limit = ""
  /// Limits under names of their own, in byte order of these.
  package var savedLimits: [SavedLimit] = []
  /// Limits that were used, the last one first.
  package var recentLimits: [String] = []
  package var order: QueueOrder?
  package var grouping: QueueGrouping?
  package var pipes: [String] = []
  package var tags: Set<UnitID> = []
  /// When the session before this one began: what came in later is new.
  package var lastLook: Instant?

  package init() {}
}
