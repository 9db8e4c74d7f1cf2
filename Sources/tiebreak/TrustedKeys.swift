import ArgumentParser
import Ledger
import Runtime

/// `--key`: keys that came another way than the project.
struct TrustedKeys: ParsableArguments {
  @Option(
    help: ArgumentHelp("A key as key show prints it; several times.", valueName: "key"))
  var key: [String] = []

  func keys() throws -> [VerifierKey] {
    try key.map { text in
      guard let key = VerifierKey(text) else {
        throw CommandFailure(
          "'\(text)' is no key; write it as tiebreak key show prints it.", .usage)
      }
      return key
    }
  }
}
