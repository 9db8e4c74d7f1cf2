/// Solves and inverts systems of linear equations that are symmetric and positive definite
/// (Cholesky), as Newton's method for a concave likelihood needs them.
struct SymmetricSystem {
  private let size: Int
  /// The lower triangle L with matrix = L Lᵀ, row by row.
  private var factor: [Double]

  /// Factors a matrix given row by row; nil where it is not positive definite to within rounding.
  /// O(size³).
  init?(_ matrix: [Double], size: Int) {
    self.size = size
    factor = matrix
    for column in 0..<size {
      var pivot = matrix[column * size + column]
      for k in 0..<column { pivot -= factor[column * size + k] * factor[column * size + k] }
      guard pivot > 1e-12 * matrix[column * size + column], pivot.isFinite else { return nil }
      let root = pivot.squareRoot()
      factor[column * size + column] = root
      for row in (column + 1)..<max(size, column + 1) {
        var entry = matrix[row * size + column]
        for k in 0..<column { entry -= factor[row * size + k] * factor[column * size + k] }
        factor[row * size + column] = entry / root
      }
    }
  }

  /// The solution for one right-hand side. O(size²).
  func solution(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<size {
      for k in 0..<row { x[row] -= factor[row * size + k] * x[k] }
      x[row] /= factor[row * size + row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      for k in (row + 1)..<max(size, row + 1) { x[row] -= factor[k * size + row] * x[k] }
      x[row] /= factor[row * size + row]
    }
    return x
  }

  /// The inverse, row by row. O(size³).
  var inverse: [Double] {
    var inverse = Array(repeating: 0.0, count: size * size)
    for column in 0..<size {
      var unit = Array(repeating: 0.0, count: size)
      unit[column] = 1
      let x = solution(unit)
      for row in 0..<size { inverse[row * size + column] = x[row] }
    }
    return inverse
  }
}
