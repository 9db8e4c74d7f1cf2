import Agreement
import ArgumentParser
import Domain
import Interchange
import Runtime

/// `simulate`: how many wrong labels a ruling takes out of the release, with gold as the adjudicator.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Replay rulings from gold labels: how many errors each order of the queue removes.",
    discussion: """
      It needs no project: tiebreak simulate ratings.csv --gold gold.csv
      Beside the queue's own order stands what other tools do: the item with the lowest agreement \
      first, and the majority for the rest. --policy names others: \(ReplayPolicy.allCases.map(\.rawValue).joined(separator: ", ")).

      With --serve another program plays adjudicator, with JSON objects, one a line, on standard input \
      and output: init (files "ratings", "eligible", "labels"; "seed"), next ("n"), rule ("rulings" \
      of "item" and "label"), labels, bye.
      """)

  @Argument(help: "The ratings.", completion: .file())
  var ratings: String?

  @OptionGroup var finalLabels: GoldFileOptions

  @Option(
    help: ArgumentHelp("The question to replay, by its name.", valueName: "question"))
  var about: String?

  @Option(
    help: ArgumentHelp(
      "An order to replay; may be repeated. gain and lowest-agreement otherwise.",
      valueName: "name"), completion: .list(ReplayPolicy.allCases.map(\.rawValue)))
  var policy: [String] = []

  @Option(
    help: ArgumentHelp("Draws the anchor and decides ties; 0 otherwise.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp(
      "The share of items with gold that may be ruled; .5 otherwise.", valueName: "share"))
  var budget: Double = 0.5

  @OptionGroup(title: "How columns are read") var columns: MappingOptions

  @Option(help: ArgumentHelp("All labels that can occur, in their order.", valueName: "a,b,…"))
  var labels: String?

  @Flag(help: "Let another program rule, with JSON lines on standard input and output.")
  var serve = false

  @Flag(help: "Everything, unrounded, for scripts.")
  var json = false

  func validate() throws {
    if serve {
      guard ratings == nil, finalLabels.gold == nil else {
        throw ValidationError("--serve gets its files by the line “init”.")
      }
    } else if ratings == nil {
      throw ValidationError("Name the ratings to replay: tiebreak simulate RATINGS --gold GOLD")
    }
    for name in policy where ReplayPolicy(rawValue: name) == nil {
      let known = ReplayPolicy.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--policy is one of \(known), not '\(name)'.")
    }
    guard budget > 0, budget <= 1 else {
      throw ValidationError("--budget is above 0 and at most 1, not \(budget).")
    }
  }

  func run() throws {
    if serve { return try runServer() }
    let diagnostics = Diagnostics(keeping: 20)
    let input = try Program.doing { () throws(ProjectFailure) in
      try SimulationInput(
        .init(
          ratings: ratings ?? "", gold: finalLabels.gold, question: about.map { QuestionID($0) }),
        mapping: columns.mapping(), goldMapping: finalLabels.mapping(like: columns),
        labels: labels.map { $0.split(separator: ",").map { LabelID(String($0)) } } ?? [],
        diagnostics: diagnostics)
    }
    Findings.tell(diagnostics)
    let chosen =
      policy.isEmpty ? [.gain, .lowestAgreement] : policy.compactMap { ReplayPolicy(rawValue: $0) }
    let replays = chosen.map { input.replay($0, seed: seed, budget: budget) }
    if json {
      Output.print(SimulationJSON.json(input, replays, seed: seed))
    } else {
      Output.print(SimulationText.lines(input, replays))
    }
  }

  private func runServer() throws {
    let input = StandardLines()
    var server = SimulationServer()
    while let line = input.next() {
      guard line.utf8.contains(where: { $0 > 0x20 }) else { continue }
      guard let answer = server.answer(line) else { return }
      Output.print(answer, .compact)
    }
    if let failure = input.failure {
      throw CommandFailure(Words.sentence(failure), failure.code)
    }
  }
}
