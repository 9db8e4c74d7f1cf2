/// What the command line asks for.
struct Options {
  enum Work {
    case help
    case measure
    /// Only writes a made-up file, for other programs to be measured on.
    case generate(MadeTable, path: String)
  }

  private(set) var work = Work.measure
  /// Names of scenarios; empty: all.
  private(set) var scenarios: [String] = []
  private(set) var rounds = 3
  /// Whether to go on to 10⁷ ratings.
  private(set) var isLarge = false
  private(set) var isMarkdown = false
  /// The built program that is measured as a whole.
  private(set) var program = ".build/release/tiebreak"
  /// Where made files and projects lie between runs.
  private(set) var folder = ".bench/data"
  /// Where public sets of texts lie, for what is found and not how fast.
  private(set) var data = "../shared/data"

  static let help = """
    bench [SCENARIO…] [--rounds N] [--large] [--markdown] [--program PATH] [--folder DIR] [--data DIR]
    bench generate RATINGS FILE      write a made-up file: CSV, or Label Studio where it ends in .json

    Scenarios: \(Session.scenarios.map { $0.name }.joined(separator: ", ")).
    """

  init(_ arguments: some Sequence<String>) throws(BenchFailure) {
    var rest = Array(arguments)[...]
    if rest.first == "generate" {
      guard rest.count == 3, let ratings = Int(rest[rest.startIndex + 1]), let path = rest.last
      else { throw BenchFailure("generate takes a number of ratings and a file") }
      work = .generate(MadeTable(ratings: ratings), path: path)
      return
    }
    while let word = rest.popFirst() {
      switch word {
      case "--help", "-h": work = .help
      case "--large": isLarge = true
      case "--markdown": isMarkdown = true
      case "--rounds": rounds = try Self.count(rest.popFirst())
      case "--program": program = try Self.path(rest.popFirst(), after: word)
      case "--folder": folder = try Self.path(rest.popFirst(), after: word)
      case "--data": data = try Self.path(rest.popFirst(), after: word)
      default: scenarios.append(try Self.scenario(word))
      }
    }
  }

  private static func count(_ word: String?) throws(BenchFailure) -> Int {
    guard let count = word.flatMap({ Int($0) }), count > 0 else {
      throw BenchFailure("--rounds takes a number")
    }
    return count
  }

  private static func path(_ word: String?, after option: String) throws(BenchFailure) -> String {
    guard let word else { throw BenchFailure("\(option) takes a path") }
    return word
  }

  private static func scenario(_ word: String) throws(BenchFailure) -> String {
    guard Session.scenarios.contains(where: { $0.name == word }) else {
      throw BenchFailure("there is no scenario '\(word)'\n\(help)")
    }
    return word
  }
}
