import Foundation

/// Where progress and complaints go: standard error, so that the table on standard output is only a
/// table.
enum Stream {
  static func complain(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
