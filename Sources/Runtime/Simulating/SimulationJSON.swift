package import Agreement
package import Interchange

/// Replays for scripts.
package enum SimulationJSON {
  package static func json(
    _ input: SimulationInput, _ replays: [GoldReplay], seed: UInt64
  ) -> JSONText {
    [
      "items": .integer(replays.first?.units ?? 0),
      "majority_errors": ValueJSON.real(replays.first?.majorityErrors),
      "unknown_gold": .integer(input.unknownGold), "seed": .string(String(seed)),
      "policies": .array(replays.map { json($0) }),
    ]
  }

  private static func json(_ replay: GoldReplay) -> JSONText {
    [
      "policy": .string(replay.policy.rawValue),
      "removed": .array(
        GoldReplay.budgets.map { budget in
          ["budget": .real(budget), "share": ValueJSON.real(replay.removed(at: budget))]
        }),
      "rulings_until_half": replay.rulingsUntilHalf.map { .integer($0) } ?? nil,
      "area": ValueJSON.real(replay.area),
      "calibration_error": ValueJSON.real(replay.calibrationError),
      "curve": .array(
        replay.curve.map { ["rulings": .integer($0.rulings), "errors": .real($0.errors)] }),
    ]
  }
}
