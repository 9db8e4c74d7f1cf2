import Domain

/// A box as a convex polygon, turned about its upper left corner.
struct BoxOutline {
  struct Point {
    let x: Double
    let y: Double
  }

  let corners: [Point]
  let area: Double
  let isUpright: Bool

  init(_ box: Box) {
    let x = box.x.double
    let y = box.y.double
    let width = box.width.double.magnitude
    let height = box.height.double.magnitude
    let degrees = box.rotation.double
    let radians = degrees.remainder(dividingBy: 360) * .pi / 180
    let sine = Trigonometry.sine(radians)
    let cosine = Trigonometry.sine(radians + .pi / 2)
    isUpright = degrees == 0
    area = width * height
    corners = [(0, 0), (width, 0), (width, height), (0, height)].map { across, down in
      degrees == 0
        ? Point(x: x + across, y: y + down)
        : Point(x: x + across * cosine - down * sine, y: y + across * sine + down * cosine)
    }
  }

  var horizontal: RegionSweep.Extent {
    RegionSweep.Extent(
      start: corners.reduce(.infinity) { min($0, $1.x) },
      end: corners.reduce(-.infinity) { max($0, $1.x) })
  }

  /// The area that two boxes share.
  func shared(with other: BoxOutline) -> Double {
    guard isUpright, other.isUpright else { return Self.area(clipped(by: other)) }
    let width =
      min(corners[2].x, other.corners[2].x) - max(corners[0].x, other.corners[0].x)
    let height =
      min(corners[2].y, other.corners[2].y) - max(corners[0].y, other.corners[0].y)
    return max(0, width) * max(0, height)
  }

  /// What is left of this outline inside the other one (Sutherland & Hodgman 1974).
  private func clipped(by other: BoxOutline) -> [Point] {
    var polygon = corners
    for (index, start) in other.corners.enumerated() {
      let end = other.corners[(index + 1) % other.corners.count]
      let sides = polygon.map {
        (end.x - start.x) * ($0.y - start.y) - (end.y - start.y) * ($0.x - start.x)
      }
      var kept: [Point] = []
      for (position, point) in polygon.enumerated() {
        let following = (position + 1) % polygon.count
        if sides[position] >= 0 { kept.append(point) }
        if (sides[position] >= 0) != (sides[following] >= 0) {
          let share = sides[position] / (sides[position] - sides[following])
          let target = polygon[following]
          kept.append(
            Point(
              x: point.x + share * (target.x - point.x),
              y: point.y + share * (target.y - point.y)))
        }
      }
      polygon = kept
    }
    return polygon
  }

  private static func area(_ polygon: [Point]) -> Double {
    var doubled = 0.0
    for (index, point) in polygon.enumerated() {
      let next = polygon[(index + 1) % polygon.count]
      doubled += point.x * next.y - next.x * point.y
    }
    return doubled.magnitude / 2
  }
}
