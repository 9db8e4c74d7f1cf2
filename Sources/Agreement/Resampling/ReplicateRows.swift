/// Rows of numbers that several threads fill, each its own: what makes the memory of a buffer that
/// is alive for the whole time sendable.
struct ReplicateRows: Sendable {
  private let address: UInt
  private let width: Int

  /// - Precondition: The buffer outlives the rows, and holds whole rows.
  init(_ values: UnsafeMutableBufferPointer<Double>, width: Int) {
    address = UInt(bitPattern: values.baseAddress)
    self.width = width
  }

  /// One row; no two threads may ask for the same.
  subscript(row: Int) -> UnsafeMutableBufferPointer<Double> {
    let start = address + UInt(row * width * MemoryLayout<Double>.stride)
    return UnsafeMutableBufferPointer(
      start: UnsafeMutablePointer(bitPattern: start), count: width)
  }
}
