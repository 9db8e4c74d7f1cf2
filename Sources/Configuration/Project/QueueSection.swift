import Domain

/// `[queue]`: what stands in the queue, in which order.
enum QueueSection {
  static func read(_ root: RootReader) -> QueueSettings {
    var settings = QueueSettings()
    guard let reader = root.table("queue", keys: ["below", "policy", "release"]) else {
      return settings
    }
    settings.below = reader.amount("below", .share) ?? settings.below
    settings.policy = reader.choice("policy") ?? settings.policy
    settings.release = reader.choice("release") ?? settings.release
    return settings
  }
}
