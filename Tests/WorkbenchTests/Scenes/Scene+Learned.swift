import Domain
import Screen
import Workbench

extension Scene {
  /// The letters, ordered by models of the annotators that nine rulings taught.
  static var learned: Scene {
    var scene = Scene.past
    scene.summary.learning = .models(annotators: 5, rulings: 9)
    for index in scene.rows.indices { scene.rows[index].policy = QueueLearning.modelPolicyName }
    guard let dossier = scene.dossiers["L-031"], let unit = dossier.units.first else {
      return scene
    }
    var row = unit.row
    row.policy = QueueLearning.modelPolicyName
    row.wrong = 0.27
    scene.rows[0] = row
    scene.dossiers["L-031"] = Dossier(
      item: dossier.item,
      units: [
        UnitDossier(
          facts: unit.facts, row: row, rank: 1, ratings: unit.ratings, history: unit.history,
          precedents: unit.precedents, reason: scene.reason)
      ])
    return scene
  }

  /// The factors multiply to 8.1.
  var reason: QueueReason {
    func vote(
      _ by: String, _ label: String, _ rate: Double, _ units: Int, _ factor: Double,
      _ weight: Double
    )
      -> QueueReason.Vote
    {
      QueueReason.Vote(
        annotator: AnnotatorID(by), value: .label(LabelID(label)), rate: rate, evidence: units,
        weight: weight, factor: factor)
    }
    return QueueReason(
      released: .label("sick"), rival: .label("ask"), wrong: 0.27, votesWrong: 0.6, cost: 5,
      gain: 2.31,
      votes: [
        vote("ann", "sick", 0.9, 34, 4.5, 1.504), vote("bo", "ask", 0.62, 1, 0.625, -0.47),
        vote("cem", "sick", 0.98, 0, 3, 1.099), vote("dot", "ask", 0.81, 12, 0.8, -0.223),
        vote("eve", "error", 0.03, 9, 1.01, 0.01),
      ], rest: 0.172, restFactor: 1.188, learning: summary.learning)
  }

  /// After a ruling that changed what would be released elsewhere.
  func changed(_ effect: QueueEffect) -> Model {
    var scene = self
    var model = scene.showing("L-031")
    scene.effect = effect
    scene.tell(&model, .keyPressed(.character("2"), model.now))
    return model
  }

  static let turns = QueueEffect(
    moved: 41,
    turned: [
      .init(unit: UnitID(item: "L-112", question: .label), from: .label("ask"), to: .label("sick")),
      .init(
        unit: UnitID(item: "L-\u{1B}[31m9", question: .label), from: .label("thanks"),
        to: .label("ask")),
    ])
}
