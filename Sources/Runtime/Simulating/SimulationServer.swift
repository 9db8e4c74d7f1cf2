package import Interchange

/// Lets another program play adjudicator: requests and answers are JSON objects, one a line.
///
///     {"op":"init","ratings":PATH,"eligible":PATH,"labels":PATH,"seed":0} -> {"ok":true}
///     {"op":"next","n":5}                                 -> {"items":["…"]}
///     {"op":"rule","rulings":[{"item":"…","label":"…"}]}  -> {"ok":true}
///     {"op":"labels"}                                     -> {"labels":[{"item","label","p"}]}
///     {"op":"bye"}                                        -> the end
///
/// What cannot be done is answered `{"ok":false,"error":"…"}`, and the next line is read.
package struct SimulationServer {
  private var game: SimulationGame?

  package init() {}

  /// Answers one line; nil at `bye`.
  package mutating func answer(_ line: String) -> JSONText? {
    do throws(SimulationProblem) {
      let request = try SimulationRequest(line)
      switch request {
      case .start(let setting): game = try SimulationGame(setting)
      case .next(let count):
        return ["items": .array(try started().next(count).map { .string($0) })]
      case .rule(let rulings):
        guard game != nil else { throw SimulationProblem("“init” comes first.") }
        try game?.rule(rulings)
      case .labels: return ["labels": .array(try started().labels())]
      case .bye: return nil
      }
      return ["ok": true]
    } catch {
      return ["ok": false, "error": .string(error.sentence)]
    }
  }

  private func started() throws(SimulationProblem) -> SimulationGame {
    guard let game else { throw SimulationProblem("“init” comes first.") }
    return game
  }
}

/// What is wrong with a request.
struct SimulationProblem: Error {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
