import Domain
import Glibc

/// Verifies a log from its bytes alone: every line's shape, hash, canonical form and members, the
/// chain, and that whoever acted held the role at that point.
///
/// It shares no code with the writer but SHA-256, reads the file once, in blocks, and takes no lock: a
/// log that is being written verifies up to some point, with an unterminated line at worst.
public enum LogVerifier {
  /// What the progress callback wants.
  public enum Step: Sendable {
    case proceed
    case cancel
  }

  private static let block = 1 << 20

  /// Verifies a file.
  ///
  /// O(bytes) time, O(seats + events) memory: 40 bytes an event, for the operations' ids.
  ///
  /// - Parameters:
  ///   - path: the log's file, `events.jsonl` or an export.
  ///   - progress: told about once a MiB.
  /// - Throws: `LedgerError.file` where it cannot be read, `.cancelled` where `progress` says so.
  public static func verify(
    _ path: String, options: VerificationOptions = VerificationOptions(),
    progress: (VerificationProgress) -> Step = { _ in .proceed }
  ) throws(LedgerError) -> VerificationReport {
    let disk = Disk()
    do throws(FileFailure) {
      let file = try disk.open(path, O_RDONLY)
      let size = try disk.status(of: file).size
      var run = VerificationRun(options: options, totalBytes: size)
      while run.wantsMore {
        if progress(run.progress) == .cancel { break }
        let bytes = try disk.read(file, from: run.bytesRead, count: block)
        run.feed(bytes)
        if bytes.count < block {
          run.finish()
          return run.report
        }
      }
      if !run.wantsMore { return run.report }
    } catch {
      throw .file(error)
    }
    throw .cancelled
  }

  /// Verifies a log in memory.
  public static func verify(
    bytes: [UInt8], options: VerificationOptions = VerificationOptions()
  ) -> VerificationReport {
    var run = VerificationRun(options: options, totalBytes: bytes.count)
    run.feed(bytes)
    if run.wantsMore { run.finish() }
    return run.report
  }
}
