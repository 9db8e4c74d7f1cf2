public import Domain

/// Where a reader puts what it reads, record by record, in file order.
///
/// Every row hands over its item again: whoever collects them keeps the first that shows something.
/// The ordinals of ratings count from 0.
public protocol ImportSink: AnyObject {
  /// - Parameter line: where the record stands in the file, counted from 1.
  func receive(_ record: BatchRecord, line: Int) throws(InterchangeError)
}

/// What an import is told besides the mapping.
public struct ImportOptions {
  public var mapping: Mapping
  public var limits: Limits
  /// SHA-256, for ids of items that have none of their own.
  public var digest: ([UInt8]) -> Digest

  public init(
    mapping: Mapping = Mapping(), limits: Limits = Limits(),
    digest: @escaping ([UInt8]) -> Digest
  ) {
    self.mapping = mapping
    self.limits = limits
    self.digest = digest
  }
}
