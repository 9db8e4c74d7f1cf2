/// One import, as the log keeps it.
public struct ImportRecord: Hashable, Sendable {
  /// The batch's number, from 1.
  public var batch: Int
  /// The file's name without its folder.
  public var source: String
  public var bytes: Int
  public var sha256: Digest
  /// The format's name.
  public var importer: String
  /// How columns and fields were read: canonical text, whose digest with `sha256` is the import's identity.
  public var mapping: String
  public var itemsNew = 0
  public var itemsChanged = 0
  public var ratingsNew = 0
  public var ratingsChanged = 0
  public var ratingsGone = 0
  public var rowsRefused = 0
  public var diagnostics = 0
  /// SHA-256 of the batch's uncompressed bytes.
  public var digest: Digest

  public init(
    batch: Int, source: String, bytes: Int, sha256: Digest, importer: String, mapping: String,
    digest: Digest
  ) {
    self.batch = batch
    self.source = source
    self.bytes = bytes
    self.sha256 = sha256
    self.importer = importer
    self.mapping = mapping
    self.digest = digest
  }
}
