import Agreement
import Domain
import Interchange
import Ledger

/// A queue that another program plays against.
struct SimulationGame {
  private static let listLimit = 1 << 28

  private let votes: QuestionVotes
  private let numbers: [String: Int]
  private var labelNames: [String]
  private var codes: [String: Int32]
  private var isEligible: [Bool]
  private var model: AnnotatorModel

  init(_ setting: SimulationRequest.Setting) throws(SimulationProblem) {
    var mapping = Mapping()
    mapping.values = ValueExpectation(kind: .label)
    let declared = try setting.labels.map { (path) throws(SimulationProblem) in
      try Self.lines(of: path)
    }
    let reader = VoteFile(
      mapping: mapping, labels: declared?.map { LabelID($0) } ?? [])
    do throws(ProjectFailure) {
      let all = try reader.votes(of: setting.ratings, diagnostics: Diagnostics(keeping: 1))
      guard all.count == 1, let only = all.first else {
        throw .usage("\(Words.name(setting.ratings)) holds several questions.")
      }
      votes = only
    } catch {
      throw SimulationProblem(Words.sentence(error))
    }
    numbers = Dictionary(
      votes.units.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
    labelNames = votes.labels
    codes = Dictionary(
      votes.labels.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    if let path = setting.eligible {
      isEligible = Array(repeating: false, count: votes.units.count)
      for item in try Self.lines(of: path) {
        if let unit = numbers[item] { isEligible[unit] = true }
      }
    } else {
      isEligible = Array(repeating: true, count: votes.units.count)
    }
    model = AnnotatorModel(
      votes: votes.table, keys: SimulationInput.keys(of: votes),
      options: AnnotatorModelOptions(seed: setting.seed))
  }

  /// The best items to rule next, best first.
  func next(_ count: Int) -> [String] {
    model.top(count) { isEligible[$0] }.map { votes.units[$0].text }
  }

  /// Takes rulings; items that are passed over are not asked for again.
  mutating func rule(_ rulings: [SimulationRequest.Ruling]) throws(SimulationProblem) {
    var changes: [UnitRuling] = []
    for ruling in rulings {
      guard let unit = numbers[ruling.item] else {
        throw SimulationProblem("There is no item \(Words.quoted(ruling.item)).")
      }
      guard let label = ruling.label else {
        isEligible[unit] = false
        continue
      }
      changes.append(UnitRuling(unit: unit, standing: .ruled(code(of: label))))
    }
    model.set(changes)
  }

  /// A label that nobody gave gets a number of its own.
  private mutating func code(of label: String) -> Int32 {
    if let code = codes[label] { return code }
    let code = Int32(labelNames.count)
    labelNames.append(label)
    codes[label] = code
    return code
  }

  /// What would be released of every item.
  func labels() -> [JSONText] {
    votes.units.enumerated().compactMap { unit, item in
      model.released(unit).map { released in
        [
          "item": .string(item.text), "label": .string(labelNames[Int(released.label)]),
          "p": .real(released.probability), "source": .string(released.source.rawValue),
        ]
      }
    }
  }

  private static func lines(of path: String) throws(SimulationProblem) -> [String] {
    let bytes: [UInt8]?
    do throws(LedgerError) {
      bytes = try DurableFile.read(path, limit: listLimit)
    } catch {
      throw SimulationProblem(Words.sentence(ProjectFailure.ledger(error)))
    }
    guard let bytes else { throw SimulationProblem("\(Words.name(path)): there is no such file.") }
    return bytes.split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
  }
}
