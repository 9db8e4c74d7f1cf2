import Glibc

/// The benchmarks: what Tiebreak costs, as ratios to something measured in the same run.
///
/// To be built with optimisation; `make bench` does so and runs it beside other programs.
@main
enum Main {
  static func main() {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      switch options.work {
      case .help: print(Options.help)
      case .generate(let table, let path): try table.write(to: path)
      case .measure: try Session(options).run()
      }
    } catch {
      Stream.complain("bench: \(error)")
      exit(1)
    }
  }
}
