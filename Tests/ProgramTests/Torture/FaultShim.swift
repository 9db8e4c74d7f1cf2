import Foundation
import Glibc
import Testing

/// The library that lets system calls of the program go wrong, built from `Tests/Support/FaultShim`
/// once in a run of the tests.
enum FaultShim {
  struct NotBuilt: Error {
    let output: String
  }

  static let library: Result<String, NotBuilt> = build()

  private static func build() -> Result<String, NotBuilt> {
    let sources = Repository.root + "/Tests/Support/FaultShim"
    let folder = NSTemporaryDirectory() + "tiebreak-shim-\(getpid())"
    // Loaded through this process's descriptor, so that nothing is left behind.
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let library = folder + "/shim.so"
      let files = ["shim.c", "calls.c", "trace.c"].map { "\(sources)/\($0)" }
      let compiler = try Child(
        ["cc", "-std=gnu11", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-pthread"]
          + files + ["-o", library, "-ldl"],
        environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"],
        directory: folder, input: "/dev/null", scratch: folder
      ).finish()
      guard compiler.code == 0 else { return .failure(NotBuilt(output: compiler.complaint)) }
      let descriptor = open(library, O_RDONLY | O_CLOEXEC)
      return .success("/proc/\(getpid())/fd/\(descriptor)")
    } catch {
      return .failure(NotBuilt(output: "\(error)"))
    }
  }
}

/// What is shared with a program under the shim: how many calls it made, and its clock.
final class FaultPage {
  let path: String
  private let words: UnsafeMutablePointer<UInt64>
  private static let size = 24

  struct NotMapped: Error {}

  init(in folder: String) throws {
    path = "\(folder)/page-\(UUID().uuidString)"
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    defer { close(file) }
    guard file >= 0, ftruncate(file, off_t(Self.size)) == 0,
      let map = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
      map != MAP_FAILED
    else { throw NotMapped() }
    words = map.bindMemory(to: UInt64.self, capacity: 3)
  }

  deinit {
    munmap(words, Self.size)
    unlink(path)
  }

  /// Calls that were counted.
  var calls: Int { Int(words[0]) }

  /// Calls that went wrong.
  var faults: Int { Int(words[1]) }

  /// What is added to the program's time of day, in milliseconds; it takes effect at once.
  var clock: Int {
    get { Int(Int64(bitPattern: words[2])) }
    set { words[2] = UInt64(bitPattern: Int64(newValue)) }
  }
}
