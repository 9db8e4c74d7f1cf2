/// What a test makes of a call that changes the disk.
package enum FileFault: Hashable, Sendable {
  case proceed
  /// The call is not made, and fails with this error number.
  case fail(Int32)
  /// A write takes only this many bytes.
  case short(Int)
  /// The call is made, and its answer lost: it fails with this error number.
  case failAfterwards(Int32)
}

/// Decides, call by call, which writes, syncs, cuts and renames go wrong.
package protocol FileFaults: Sendable {
  func fault(at call: FileCall, path: String) -> FileFault
}
