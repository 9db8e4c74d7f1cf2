import Domain
import Screen
import Workbench

extension Scene {
  /// A model in which L-031 was just ruled on as a plant disease, with two letters like it.
  var alike: Model {
    let ruled = UnitID(item: "L-031")
    var model = showing("L-031")
    model.press("2")
    guard var row = rows.first(where: { $0.unit == ruled }) else { return model }
    row.status = .ruled
    row.standing = SeatStanding(
      status: .ruled, seq: 212, by: me.id, outcome: .value(.label("sick")))
    let next = dossiers["L-007"].map { opened($0, .label) }
    _ = update(
      &model,
      .recorded(
        Recorded(ticket: model.lastTicket, head: 212, rows: [row], summary: summary, next: next)))
    let texts = [
      "White dust on the leaves of my courgettes, as if somebody had spilled flour.",
      "庭のバラの葉に白い粉がついています。 \u{1B}[31mred\u{202E}", "White dust on my roses, and a word of thanks",
    ]
    let found = zip(["L-112", "L-007", "L-204"], texts).enumerated().compactMap { place, letter in
      rows.first { $0.unit.item.text == letter.0 }.map {
        LikeUnit(row: $0, likeness: 0.92 - 0.11 * Double(place), text: letter.1)
      }
    }
    _ = update(
      &model,
      .reported(
        .alike(LikeUnits(unit: ruled, least: 0.6, batch: 1, found: found)),
        generation: model.alikeGeneration))
    return model
  }
}
