import Domain
import Foundation
import Runtime

/// A project of given texts in which every item is contested between the same two labels, and the first
/// so many are ruled, in an order that has nothing to do with what they say.
struct RuledProject {
  let project: Project
  /// The places of texts in the order in which they were ruled.
  let order: [Int]

  /// - Parameter ruled: how many are ruled on.
  init(_ texts: [String], ruled: Int, named name: String, in workplace: Workplace) throws {
    let path = try workplace.scratch("precedents-" + name)
    let file = path + ".csv"
    try Self.table(texts).write(toFile: file, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    try FileManager.default.removeItem(atPath: path)
    _ = try Child.run(
      [workplace.program, "init", path, "--from", file, "--field", "text"],
      environment: workplace.environment)
    project = try Project.open(ProjectFolder(path: path), surroundings: workplace.surroundings)
    var numbers = SeededNumbers(seed: 11)
    order = Array(texts.indices.shuffled(using: &numbers).prefix(ruled))
    var next = 0
    while next < order.count {
      let requests = order[next..<min(order.count, next + 1000)].map { place in
        let decision = Decision(
          seatID: SeatID(unit: Self.unit(place), seat: .main), base: -1, batch: 1,
          outcome: .value(.label(LabelID(place.isMultiple(of: 3) ? "y" : "x"))))
        return RecordRequest(
          operation: workplace.surroundings.newOperation(), command: .rule(decision))
      }
      for case .refused(let refusal) in try project.record(requests) {
        throw BenchFailure("a ruling was refused: \(refusal.code)")
      }
      next += requests.count
    }
  }

  static func unit(_ place: Int) -> UnitID { UnitID(item: ItemID("t\(place)")) }

  static func place(_ unit: UnitID) -> Int? { Int(unit.item.text.dropFirst()) }

  private static func table(_ texts: [String]) -> String {
    var table = "item,annotator,label,text\n"
    for (place, text) in texts.enumerated() {
      let cell = "\"" + text.replacing("\"", with: "\"\"") + "\""
      table += "t\(place),a,x,\(cell)\nt\(place),b,y,\(cell)\n"
    }
    return table
  }
}
