import Glibc

/// A terminal without a screen: what a program writes to it can be read here.
///
/// The calls that make one are variadic or hidden from Swift, so the kernel's requests are named by
/// their numbers, which are the same on x86-64 and arm64.
final class PseudoTerminal {
  private static let lock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430
  /// POSIX_SPAWN_SETSID
  private static let ownSession: Int16 = 0x80

  private let controller: Int32
  private let path: String

  init(rows: UInt16, columns: UInt16) throws(BenchFailure) {
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var place: UInt32 = 0
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard controller >= 0, ioctl(controller, Self.lock, &unlocked) == 0,
      ioctl(controller, Self.number, &place) == 0,
      ioctl(controller, UInt(TIOCSWINSZ), &size) == 0
    else { throw BenchFailure("no pseudo-terminal can be had") }
    path = "/dev/pts/\(place)"
  }

  /// Starts a program on it; it gets a session of its own, and this as its terminal.
  func start(_ words: [String], environment: [String: String]) throws(BenchFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDWR, 0)
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.ownSession)
    return try Child.spawn(
      words, environment: environment, actions: &actions, attributes: &attributes)
  }

  /// Reads until a word has come, and the rest of what was on its way with it.
  ///
  /// - Parameter word: one word: between words a terminal may be told to move instead.
  /// - Returns: how many bytes came.
  func read(until word: String, within seconds: Double) throws(BenchFailure) -> Int {
    let watch = Stopwatch()
    var seen: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while watch.seconds < seconds {
      var waiting = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 100) > 0 else { continue }
      let count = Glibc.read(controller, &block, block.count)
      guard count > 0 else { break }
      seen += block[..<count]
      if seen.contains(word) { return seen.count }
    }
    throw BenchFailure("'\(word)' did not appear: \(String(decoding: seen, as: UTF8.self))")
  }

  /// Hangs up, as a closed window does.
  func hangUp() {
    close(controller)
  }
}

extension [UInt8] {
  fileprivate func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard count >= word.count else { return false }
    return (0...(count - word.count)).contains { self[$0..<($0 + word.count)].elementsEqual(word) }
  }
}
