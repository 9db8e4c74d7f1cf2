import Glibc
import Runtime

/// The person's editor on a text.
enum Editor {
  /// Writes the text to a file of its own, runs `$VISUAL` or `$EDITOR` on it, and reads it back.
  ///
  /// - Returns: nil where the editor failed or could not be run: then nothing was changed.
  static func edit(_ text: String, folder: String, name: String) -> String? {
    let path = "\(folder)/\(name)"
    guard write(text, to: path), run(on: path) else { return nil }
    defer { unlink(path) }
    return read(path)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var copy = text
    return copy.withUTF8 { Glibc.write(descriptor, $0.baseAddress, $0.count) == $0.count }
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 1 << 20 {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The variable may hold options (`emacs -nw`), so the shell takes it apart; the path is handed
  /// over as an argument and is never read by the shell.
  static func run(on path: String) -> Bool {
    let editor = Machine.variable("VISUAL") ?? Machine.variable("EDITOR") ?? "vi"
    let words = ["/bin/sh", "-c", "exec \(editor) \"$1\"", "sh", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer {
      for argument in arguments { free(argument) }
    }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }
}
