import Glibc
import Runtime

/// A command of the person's that is given an item on its standard input.
enum Pipe {
  /// Runs the command in the person's shell, shows what it prints, and waits for a key.
  ///
  /// The command is what was typed and nothing else: what comes from outside is only ever its input,
  /// a file without a name, so that a command which does not read it holds nothing up.
  ///
  /// - Returns: how it ended, in a line.
  static func run(_ command: String, input: [UInt8], folder: String) -> String {
    guard let descriptor = file(holding: input, in: folder) else {
      return "The item could not be written to \(folder)."
    }
    defer { close(descriptor) }
    guard let status = spawn(command, reading: descriptor) else {
      return "/bin/sh could not be run."
    }
    let ending = words(status)
    Output.write(Array("\n[\(ending)] a key goes back ".utf8))
    waitForKey()
    return "\(command): \(ending)"
  }

  private static func file(holding bytes: [UInt8], in folder: String) -> Int32? {
    let path = "\(folder)/piped.json"
    unlink(path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(descriptor)
        return nil
      }
      written += count
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// As `system` does it: keys that interrupt reach the command, and not us who wait for it.
  private static func spawn(_ command: String, reading descriptor: Int32) -> Int32? {
    let words = ["/bin/sh", "-c", command]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGINT)
    sigaddset(&usual, SIGQUIT)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let previous = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, previous.0)
      signal(SIGQUIT, previous.1)
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
      for argument in arguments { free(argument) }
    }
    var process = pid_t()
    guard
      posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ) == 0
    else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  private static func words(_ status: Int32) -> String {
    let signal = status & 0x7F
    return signal == 0 ? "exit \((status >> 8) & 0xFF)" : "ended by signal \(signal)"
  }

  /// One key, without its echo and without waiting for Enter.
  private static func waitForKey() {
    var kept = termios()
    guard tcgetattr(STDIN_FILENO, &kept) == 0 else { return }
    var single = kept
    single.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &single)
    var byte: UInt8 = 0
    while read(STDIN_FILENO, &byte, 1) < 0, errno == EINTR {}
    // An arrow key is several bytes: what is left of it is no command for the workbench.
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &kept)
  }
}
