/// Whose votes stay hidden until a first verdict.
extension ProjectConfiguration {
  /// The routes whose units keep their votes hidden, from 1; 0 for what no route sends.
  public var routesWithHiddenVotes: [Int] {
    ([nil] + routes.map(\.blind)).enumerated().compactMap { number, own in
      (own ?? blind) == .votes ? number : nil
    }
  }

  /// Whether the votes of a unit stay hidden from who has said nothing about it.
  public func hidesVotes(of row: QueueRow) -> Bool {
    guard row.status != .ruled, row.status != .doubted else { return false }
    let own = row.route.flatMap { routes.indices.contains($0 - 1) ? routes[$0 - 1].blind : nil }
    return (own ?? blind) == .votes
  }
}
