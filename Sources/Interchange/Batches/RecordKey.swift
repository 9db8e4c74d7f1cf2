import Domain

/// The bytes by which the records of a batch are sorted: plain comparison of bytes gives the order of
/// `BatchRecord.areInOrder`, and records that are equal there stand in the order they came in.
///
/// Texts end in 00 00, a 00 inside one is 00 FF. The last sixteen bytes are the record's number in the
/// file and its line.
enum RecordKey {
  /// Bytes that tell records of one kind, unit, annotator and round apart.
  static let tailLength = 16
  private static let itemMark: UInt8 = 0
  private static let ratingMark: UInt8 = 1

  static func append(
    _ record: BatchRecord, sequence: Int, line: Int, to output: inout [UInt8]
  ) {
    switch record {
    case .item(let item):
      append(item.id.text, to: &output)
      output.append(itemMark)
      append(sequence, to: &output)
    case .rating(let rating, let ordinal):
      append(rating.unit.item.text, to: &output)
      output.append(ratingMark)
      append(rating.unit.question.text, to: &output)
      append(rating.annotator?.text ?? "", to: &output)
      append(rating.round ?? "", to: &output)
      append(ordinal, to: &output)
    }
    append(line, to: &output)
  }

  /// Where the record stood in its file.
  static func line(of key: UnsafeRawBufferPointer) -> Int {
    key.suffix(8).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The key without its tail: equal for sights of one item, and for repeated ratings.
  static func group(of key: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: key.dropLast(tailLength))
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    var copy = text
    copy.withUTF8 { bytes in
      guard bytes.contains(0) else { return output.append(contentsOf: bytes) }
      for byte in bytes {
        output.append(byte)
        if byte == 0 { output.append(0xFF) }
      }
    }
    output.append(0)
    output.append(0)
  }

  private static func append(_ number: Int, to output: inout [UInt8]) {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).bigEndian) {
      output.append(contentsOf: $0)
    }
  }
}
