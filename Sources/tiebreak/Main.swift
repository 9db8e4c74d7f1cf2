import ArgumentParser
import Glibc
import Runtime

/// The program: reads its arguments, runs one command, and turns whatever it throws into words and an
/// exit code. The only place that does.
@main
enum Main {
  static func main() {
    // A reader that goes away (`tiebreak queue | head`) is an error to write to, not a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Tiebreak.parseAsRoot()
      try command.run()
    } catch let code as Runtime.ExitCode {
      exit(code.rawValue)
    } catch let failure as CommandFailure {
      Output.complain(failure.sentence)
      exit(failure.code.rawValue)
    } catch {
      leave(with: error)
    }
  }

  /// Help, version and what the argument parser complains about.
  private static func leave(with error: any Error) -> Never {
    let message = Tiebreak.fullMessage(for: error)
    if Tiebreak.exitCode(for: error).isSuccess {
      Output.print(message)
      exit(Runtime.ExitCode.done.rawValue)
    }
    Output.complainRaw(message)
    exit(Runtime.ExitCode.usage.rawValue)
  }
}

extension Runtime.ExitCode: Error {}
