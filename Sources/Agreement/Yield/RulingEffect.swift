/// What one step changed in units that wait, besides those that it was about.
public struct RulingEffect: Hashable, Sendable {
  /// A unit whose released label is another one now.
  public struct Turn: Hashable, Sendable {
    public let unit: Int
    /// Label codes.
    public let from: Int32
    public let to: Int32
  }

  /// How many units' chance of being released wrong has moved by one in a hundred or more.
  public let moved: Int

  /// Units whose released label changed, ascending.
  public let turned: [Turn]

  init() {
    moved = 0
    turned = []
  }

  init(_ difference: ReleaseTable.Difference, model: AnnotatorModel, except units: [Int]) {
    let own = Set(units)
    func counts(_ unit: Int) -> Bool { model.standings.isWaiting(unit) && !own.contains(unit) }
    moved = difference.moved.count { counts(Int($0)) }
    turned = difference.turned.filter { counts($0.unit) }.map { turn in
      Turn(
        unit: turn.unit, from: model.votes.classes[Int(turn.from)],
        to: model.votes.classes[Int(turn.to)])
    }
  }
}
