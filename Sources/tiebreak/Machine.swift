import Domain
import Glibc
import Runtime
import Screen

/// What the program takes from the machine it runs on.
enum Machine {
  /// Who asks is the effective user, never `$USER`: variables are what anybody says.
  static func surroundings() -> Surroundings {
    let home = variable("HOME") ?? directory() ?? "/"
    return Surroundings(
      user: userName(),
      stateHome: absolute("XDG_STATE_HOME") ?? home + "/.local/state",
      configurationHome: absolute("XDG_CONFIG_HOME") ?? home + "/.config",
      cacheHome: absolute("XDG_CACHE_HOME") ?? home + "/.cache",
      standIn: variable("TIEBREAK_AS"),
      now: { now() },
      random: {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      })
  }

  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// How many colours the terminal has, as its name says: for what is printed in lines. The workbench
  /// asks the terminal's description.
  static func colourDepth() -> ColourDepth {
    let type = variable("TERM") ?? "dumb"
    let isDirect = type.hasSuffix("-direct")
    let colours =
      isDirect
      ? 1 << 24 : type.contains("256") ? 256 : type == "dumb" || type.hasPrefix("vt") ? 0 : 8
    return ColourDepth(
      colours: colours, isDirect: isDirect, isColourRefused: variable("NO_COLOR") != nil)
  }

  /// XDG folders must be absolute; others are ignored, as its specification asks.
  private static func absolute(_ name: String) -> String? {
    variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  private static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  private static func userName() -> String {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else {
      return "uid-\(geteuid())"
    }
    return String(cString: name)
  }

  private static func directory() -> String? {
    guard let entry = getpwuid(geteuid()), let path = entry.pointee.pw_dir else { return nil }
    return String(cString: path)
  }
}
