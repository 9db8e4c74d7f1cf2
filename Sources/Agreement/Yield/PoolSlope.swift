/// Gradient and curvature of the pool's loss at some weights.
struct PoolSlope {
  private let members: Int
  private let classes: Int
  private(set) var gradient: [Double]
  /// Row by row, the lower triangle.
  private var curvature: [Double]
  /// Σ_y p(y) ln q_m(y), of the lesson that is being added.
  private var means: [Double]

  private var width: Int { members + classes }

  init(members: Int, classes: Int) {
    self.members = members
    self.classes = classes
    gradient = Array(repeating: 0, count: members + classes)
    curvature = Array(repeating: 0, count: (members + classes) * (members + classes))
    means = Array(repeating: 0, count: members)
  }

  /// Adds one lesson: its ln q by member and class, targets and present p by class.
  mutating func add(
    logs: [Double], at first: Int, targets: [Double], at firstTarget: Int, shares: [Double]
  ) {
    var weight = 0.0
    for label in 0..<classes { weight += targets[firstTarget + label] }
    for member in 0..<members {
      let start = first + member * classes
      var mean = 0.0
      for label in 0..<classes {
        let surplus = shares[label] * weight - targets[firstTarget + label]
        gradient[member] += surplus * logs[start + label]
        mean += shares[label] * logs[start + label]
      }
      means[member] = mean
      for other in 0...member {
        let otherStart = first + other * classes
        var product = 0.0
        for label in 0..<classes {
          product += shares[label] * logs[start + label] * logs[otherStart + label]
        }
        curvature[member * width + other] += weight * (product - mean * means[other])
      }
    }
    for label in 0..<classes {
      gradient[members + label] += shares[label] * weight - targets[firstTarget + label]
      let row = (members + label) * width
      let mass = weight * shares[label]
      for member in 0..<members {
        curvature[row + member] += mass * (logs[first + member * classes + label] - means[member])
      }
      for other in 0...label { curvature[row + members + other] -= mass * shares[other] }
      curvature[row + members + label] += mass
    }
  }

  /// Adds the ridge.
  mutating func finish(_ weights: [Double], starts: [Double], ridge: Double) {
    for place in 0..<width {
      gradient[place] += ridge * (weights[place] - starts[place])
      curvature[place * width + place] += ridge
    }
  }

  /// Newton's step within the free weights, by Cholesky's factors; nil where rounding has made the
  /// curvature useless, which the ridge prevents.
  func direction(_ free: [Int]) -> [Double]? {
    let count = free.count
    var factor = Array(repeating: 0.0, count: count * count)
    var solution = Array(repeating: 0.0, count: count)
    for row in 0..<count {
      for column in 0...row {
        var sum = curvature[free[row] * width + free[column]]
        for place in 0..<column {
          sum -= factor[row * count + place] * factor[column * count + place]
        }
        if column < row {
          factor[row * count + column] = sum / factor[column * count + column]
        } else {
          guard sum > 0 else { return nil }
          factor[row * count + row] = sum.squareRoot()
        }
      }
      var rest = -gradient[free[row]]
      for place in 0..<row { rest -= factor[row * count + place] * solution[place] }
      solution[row] = rest / factor[row * count + row]
    }
    var direction = Array(repeating: 0.0, count: width)
    for row in stride(from: count - 1, through: 0, by: -1) {
      var rest = solution[row]
      for place in row + 1..<count { rest -= factor[place * count + row] * solution[place] }
      solution[row] = rest / factor[row * count + row]
      direction[free[row]] = solution[row]
    }
    return direction
  }
}
