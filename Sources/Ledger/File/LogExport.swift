import Glibc

/// The stored bytes of a log, as they are: what `log export` writes and `log show` prints raw.
///
/// No lock is taken and nothing is checked: also a broken log can be looked at. Bytes behind the last
/// LF are no line and are left out.
public enum LogExport {
  /// Hands over the lines of positions `from`..., each with its LF, a block of about 256 KiB at a time.
  ///
  /// O(bytes up to the last line wanted), memory of one block.
  ///
  /// - Parameters:
  ///   - path: the log's file, `events.jsonl` or an export.
  ///   - from: the first line wanted, counted from 0.
  ///   - limit: how many; nil for all.
  ///   - take: returns false to stop.
  public static func read(
    _ path: String, from: Int = 0, limit: Int? = nil, _ take: ([UInt8]) -> Bool
  ) throws(LedgerError) {
    let disk = Disk()
    let end = from.addingReportingOverflow(limit ?? Int.max)
    let last = end.overflow ? Int.max : end.partialValue
    do throws(FileFailure) {
      let file = try disk.open(path, O_RDONLY)
      var cursor = LineCursor(from: 0, to: try disk.status(of: file).size)
      var block: [UInt8] = []
      var number = 0
      while number < last, case .line(let line)? = try cursor.next(of: file, disk: disk) {
        if number >= from { block.append(contentsOf: line) }
        number += 1
        guard block.count >= 1 << 18 else { continue }
        guard take(block) else { return }
        block.removeAll(keepingCapacity: true)
      }
      if !block.isEmpty { _ = take(block) }
    } catch {
      throw .file(error)
    }
  }
}
