import ArgumentParser
import Workbench

/// `keys`: the key table, made from the command table of the workbench.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys of the workbench as a table.")

  func run() {
    Output.print(KeyTable.markdown)
  }
}
