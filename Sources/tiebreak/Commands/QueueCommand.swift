import ArgumentParser
import Domain
import Runtime

/// `queue`: what is contested, why, and in which order.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "List the disagreements, those worth most first.",
    discussion: """
      --limit takes the language of the workbench's l: label:car agree<0.6 slice.lang:en note:* by:A3 \
      age>2d pair:a/b tier:high status:ruled, with - in front for what must not hold.
      """)

  @ParentCommand var root: Tiebreak

  @Option(help: ArgumentHelp("Only what this limit finds.", valueName: "limit"))
  var limit: String = ""

  @Option(
    help: ArgumentHelp(
      "gain, lowest-agreement, oldest, stratified, item or due; else as the project says.",
      valueName: "order"))
  var order: String?

  @Option(name: [.customShort("n", allowingJoined: true), .long], help: "How many rows.")
  var rows: Int = 25

  @Flag(help: "Not only what I may rule on.")
  var everyone = false

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    guard rows >= 0 else { throw ValidationError("--rows is not negative.") }
    if let order, QueueOrder(name: order) == nil {
      throw ValidationError(
        "--order is gain, lowest-agreement, oldest, stratified, item or due, not '\(order)'.")
    }
  }

  func run() throws {
    let limit: Limit
    do {
      limit = try LimitParser.parse(self.limit)
    } catch {
      throw CommandFailure(Words.sentence(error), .usage)
    }
    let order = self.order.flatMap { QueueOrder(name: $0) }
    try Program.withProject(root) { project throws(ProjectFailure) in
      let list = try project.list(
        limit: limit, order: order, count: rows, isForEveryone: everyone)
      if json {
        Output.print(
          QueueJSON.json(
            list.page, learning: list.learning, sentence: list.sentence, order: list.order,
            now: list.now))
      } else {
        Output.print(
          QueueText.lines(
            list.page, learning: list.learning, sentence: list.sentence, order: list.order,
            names: LabelNames(project.configuration), now: list.now))
      }
    }
  }
}
