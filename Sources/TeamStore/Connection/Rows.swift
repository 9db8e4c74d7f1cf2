import CPostgres

/// What a statement gave, row by row.
struct Rows: Sendable {
  private var values: [[UInt8]?] = []
  private let width: Int
  let count: Int

  static let none = Rows()

  private init() {
    width = 0
    count = 0
  }

  /// Copies a result.
  init(_ result: OpaquePointer) {
    width = Int(tb_pg_columns(result))
    count = Int(tb_pg_rows(result))
    values.reserveCapacity(width * count)
    for row in 0..<Int32(count) {
      for column in 0..<Int32(width) {
        var length: Int32 = 0
        let start = tb_pg_value(result, row, column, &length)
        values.append(
          start.map { Array(UnsafeRawBufferPointer(start: $0, count: Int(length))) })
      }
    }
  }

  var isEmpty: Bool { count == 0 }

  /// The bytes of a value; nil for null.
  func bytes(_ row: Int, _ column: Int) -> [UInt8]? {
    guard row < count, column < width else { return nil }
    return values[row * width + column]
  }

  func text(_ row: Int, _ column: Int) -> String? {
    bytes(row, column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// An integer of two, four or eight bytes.
  func integer(_ row: Int, _ column: Int) -> Int? {
    guard let bytes = bytes(row, column), let first = bytes.first, bytes.count <= 8 else {
      return nil
    }
    let sign: Int64 = first & 0x80 == 0 ? 0 : -1
    return Int(bytes.reduce(sign) { $0 << 8 | Int64($1) })
  }

  func boolean(_ row: Int, _ column: Int) -> Bool? {
    bytes(row, column).map { $0.first == 1 }
  }
}
