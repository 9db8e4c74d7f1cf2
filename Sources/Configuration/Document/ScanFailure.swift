/// Why the scanner stopped.
enum ScanFailure: Error, Equatable {
  /// No TOML from this byte on.
  case malformed(at: Int)
  /// Something other than a key stands where a key must.
  case noKey(at: Int)
  /// Nothing stands where a value must.
  case noValue(at: Int)
  /// Tables or lists stand deeper in each other than any setting needs.
  case tooDeep(at: Int)
  /// `\u0000`: it would cut the text in C libraries and databases.
  case nul(at: Int)
}
