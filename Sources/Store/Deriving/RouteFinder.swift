import Domain
import GRDB

/// Finds the route that sends a unit: the first whose condition holds.
///
/// A route is a property of the data and must not change by looking at the clock or by who looks: its
/// condition sees every unit as open, of age 0, untagged and without a route.
struct RouteFinder {
  private let book: NameBook
  private let routes: [Route]
  private let evidence: SubjectReader.Evidence

  init(book: NameBook) {
    self.book = book
    routes = book.settings.configuration.routes
    evidence = SubjectReader.Evidence(routes.map(\.when))
  }

  /// The route's number from 1; 0 for none.
  func route(of unit: UnitRecord) throws -> Int {
    guard !routes.isEmpty else { return 0 }
    var subject = try SubjectReader(book: book).subject(of: unit, evidence)
    subject.status = .open
    return (routes.firstIndex { $0.when.matches(subject) } ?? -1) + 1
  }
}
