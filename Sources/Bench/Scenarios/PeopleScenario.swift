import Domain
import Runtime
import Workbench

/// The list of annotators of a project: read and measured for the first time, and looked at again.
struct PeopleScenario: Scenario {
  static let name = "people"

  func measure(in workplace: Workplace) throws -> [Figure] {
    var figures: [Figure] = []
    for (ratings, size) in [(100_000, "10⁵ ratings"), (1_000_000, "10⁶ ratings")] {
      let folder = try workplace.project(ratings)
      let project = try Project.open(folder, surroundings: workplace.surroundings)
      let reader = PeopleReader(project)
      let first = Stopwatch()
      guard let page = try reader.page(of: nil) else {
        throw BenchFailure("there are no annotators in \(folder.path)")
      }
      let measured = first.milliseconds
      let person = Stopwatch()
      _ = try page.rows.first.map { try reader.person($0.id, of: page.question) }
      let opened = person.milliseconds
      let counts = "\(page.rows.count) annotators"
      figures.append(
        Figure(
          name: "annotators, read and measured", size: size, unit: .milliseconds,
          value: measured, yardstick: "one annotator's page", base: opened, counts: counts))
    }
    return figures
  }
}
