import Interchange

/// One line of another program that plays adjudicator.
enum SimulationRequest {
  struct Setting {
    let ratings: String
    /// A file of items that may be ruled, one a line; nil: all.
    let eligible: String?
    /// A file of labels, one a line; nil: those that were given.
    let labels: String?
    let seed: UInt64
  }

  struct Ruling {
    let item: String
    /// nil: the item is passed over.
    let label: String?
  }

  case start(Setting)
  case next(Int)
  case rule([Ruling])
  case labels
  case bye

  init(_ line: String) throws(SimulationProblem) {
    let json: JSONText
    do throws(JSONProblem) {
      json = try JSONText.read(Array(line.utf8))
    } catch {
      throw SimulationProblem("The line \(error.reason).")
    }
    let fields = try Fields(json)
    switch try fields.text("op") {
    case "init":
      guard let ratings = try fields.text("ratings") else {
        throw SimulationProblem("“init” names the file of “ratings”.")
      }
      self = .start(
        Setting(
          ratings: ratings, eligible: try fields.text("eligible"),
          labels: try fields.text("labels"),
          seed: UInt64(try fields.count("seed") ?? 0)))
    case "next": self = .next(try fields.count("n") ?? 1)
    case "rule": self = .rule(try fields.rulings())
    case "labels": self = .labels
    case "bye": self = .bye
    default: throw SimulationProblem("“op” is one of init, next, rule, labels and bye.")
    }
  }

  private struct Fields {
    private let members: [JSONText.Member]

    init(_ json: JSONText) throws(SimulationProblem) {
      guard case .object(let members) = json else {
        throw SimulationProblem("The line is no object.")
      }
      self.members = members
    }

    private subscript(name: String) -> JSONText? {
      members.first { $0.name == name }?.value
    }

    func text(_ name: String) throws(SimulationProblem) -> String? {
      switch self[name] {
      case nil, .null: return nil
      case .string(let text): return text
      default: throw SimulationProblem("\(Words.quoted(name)) is a string.")
      }
    }

    func count(_ name: String) throws(SimulationProblem) -> Int? {
      switch self[name] {
      case nil, .null: return nil
      case .integer(let number) where number >= 0: return number
      default: throw SimulationProblem("\(Words.quoted(name)) is a number from 0 upwards.")
      }
    }

    func rulings() throws(SimulationProblem) -> [Ruling] {
      guard case .array(let elements) = self["rulings"] else {
        throw SimulationProblem("“rulings” is a list.")
      }
      var rulings: [Ruling] = []
      for element in elements {
        let fields = try Fields(element)
        guard let item = try fields.text("item") else {
          throw SimulationProblem("A ruling names its “item”.")
        }
        rulings.append(Ruling(item: item, label: try fields.text("label")))
      }
      return rulings
    }
  }
}
