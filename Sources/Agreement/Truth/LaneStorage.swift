/// Memory for the tables of truth inference: groups of four numbers, aligned for vector
/// instructions, freed with the last reference.
final class LaneStorage<Scalar: SIMDScalar & Sendable> {
  /// Numbers in one group.
  static var width: Int { 4 }

  let pointer: UnsafeMutablePointer<SIMD4<Scalar>>
  let count: Int

  /// - Parameter count: How many groups of four.
  init(repeating value: Scalar, count: Int) {
    self.count = count
    pointer = .allocate(capacity: max(1, count))
    pointer.initialize(repeating: SIMD4(repeating: value), count: count)
  }

  deinit {
    pointer.deallocate()
  }

  func fill(with value: Scalar) {
    pointer.update(repeating: SIMD4(repeating: value), count: count)
  }

  /// One number; `index` counts single numbers.
  subscript(index: Int) -> Scalar {
    get { pointer[index >> 2][index & 3] }
    set { pointer[index >> 2][index & 3] = newValue }
  }
}
