import ArgumentParser
import Runtime

/// `forecast`: what further rulings would bring.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Say how right the release is by the models, and what further rulings would bring.",
    discussion: """
      The expected share of right labels in what would be released, against the number of further \
      rulings along the queue, with a band. It is a plan: the models judge themselves. Only an audit \
      measures (tiebreak audit).
      """)

  @ParentCommand var root: Tiebreak

  @Option(
    help: ArgumentHelp("Numbers of further rulings, as 100,200; else a few.", valueName: "list"))
  var rulings: String?

  @Option(help: ArgumentHelp("An accuracy to reach, as .98.", valueName: "share"))
  var reach: Double?

  @Flag(help: "For scripts.")
  var json = false

  private var steps: [Int]? {
    rulings?.split(separator: ",", omittingEmptySubsequences: false).compactMap { Int($0) }
  }

  func validate() throws {
    if let rulings {
      let count = rulings.split(separator: ",", omittingEmptySubsequences: false).count
      guard let steps, steps.count == count, steps.allSatisfy({ $0 >= 0 }) else {
        throw ValidationError("--rulings is numbers from 0 on, parted by commas.")
      }
    }
    if let reach, !(0...1).contains(reach) {
      throw ValidationError("--reach is a share from 0 to 1, as .98.")
    }
  }

  func run() throws {
    let answer = try Program.withProject(root) { project throws(ProjectFailure) in
      try project.forecast(at: steps, reaching: reach)
    }
    if json {
      Output.print(ForecastJSON.json(answer))
    } else {
      Output.print(ForecastText.lines(answer))
    }
  }
}
