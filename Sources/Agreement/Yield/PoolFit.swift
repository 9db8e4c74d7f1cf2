/// The weights under which the lessons are likeliest, drawn to the first weights: projected Newton
/// steps on a convex function of few variables.
struct PoolFit {
  private static let members = ForecastTable.memberCount

  let lessons: PoolLessons
  let classCount: Int
  /// The weights that the ridge draws to.
  let starts: [Double]

  private var width: Int { Self.members + classCount }

  func minimum(from weights: [Double]) -> [Double] {
    var weights = weights
    var loss = loss(weights)
    for _ in 0..<ForecastPool.steps {
      let slope = slope(weights)
      let free = (0..<width).filter { isFree($0, weights, slope.gradient) }
      guard let direction = slope.direction(free) else { break }
      guard let next = search(from: weights, loss, along: direction) else { break }
      let gain = loss - next.loss
      (weights, loss) = (next.weights, next.loss)
      if gain < 1e-5 { break }
    }
    return weights
  }

  private struct Point {
    let weights: [Double]
    let loss: Double
  }

  /// The first of ever shorter steps that is worth it.
  private func search(
    from weights: [Double], _ loss: Double, along direction: [Double]
  ) -> Point? {
    var step = 1.0
    while step > 1e-3 {
      var next = weights
      for place in next.indices { next[place] += step * direction[place] }
      for member in 0..<Self.members { next[member] = max(0, next[member]) }
      let found = self.loss(next)
      if found < loss - 1e-9 { return Point(weights: next, loss: found) }
      step /= 2
    }
    return nil
  }

  /// A weight of 0 that would go below it stays.
  private func isFree(_ place: Int, _ weights: [Double], _ gradient: [Double]) -> Bool {
    guard place < Self.members else { return true }
    return weights[place] > 0 || gradient[place] <= 0
  }

  private func loss(_ weights: [Double]) -> Double {
    var loss = 0.0
    for place in weights.indices {
      let distance = weights[place] - starts[place]
      loss += 0.5 * ForecastPool.ridge * distance * distance
    }
    forEachLesson(weights) { lesson, sums, _ in
      for label in 0..<classCount {
        loss -= lessons.targets[lesson * classCount + label] * sums[label]
      }
    }
    return loss
  }

  private func slope(_ weights: [Double]) -> PoolSlope {
    var slope = PoolSlope(members: Self.members, classes: classCount)
    forEachLesson(weights) { lesson, _, shares in
      slope.add(
        logs: lessons.logs, at: lesson * Self.members * classCount, targets: lessons.targets,
        at: lesson * classCount, shares: shares)
    }
    slope.finish(weights, starts: starts, ridge: ForecastPool.ridge)
    return slope
  }

  /// Calls `body` with ln p and p of each lesson by class; the arrays are used again.
  private func forEachLesson(
    _ weights: [Double], _ body: (_ lesson: Int, _ sums: [Double], _ shares: [Double]) -> Void
  ) {
    var sums = Array(repeating: 0.0, count: classCount)
    var shares = sums
    for lesson in 0..<lessons.count {
      for label in 0..<classCount { sums[label] = weights[Self.members + label] }
      for member in 0..<Self.members {
        let start = (lesson * Self.members + member) * classCount
        for label in 0..<classCount { sums[label] += weights[member] * lessons.logs[start + label] }
      }
      sums.withUnsafeMutableBufferPointer { sums in
        shares.withUnsafeMutableBufferPointer { shares in
          guard let sums = sums.baseAddress, let shares = shares.baseAddress else { return }
          PortableExponential.normalise(sums, into: shares, count: classCount)
        }
      }
      body(lesson, sums, shares)
    }
  }
}
