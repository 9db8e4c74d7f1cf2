/// What a screen wants to be told of the project as a whole. Answered off the queue of rulings, so that
/// nobody waits for a report; a newer request of the same kind makes an older one pointless.
package enum ReportRequest: Hashable, Sendable {
  /// Events of the log up to a position; the last ones for nil.
  case log(upTo: Int?, count: Int)
  case heatMap(HeatMapWanted)

  /// Requests of one kind supersede each other.
  package enum Kind: Hashable, Sendable {
    case log
    case heatMap
  }

  package var kind: Kind {
    switch self {
    case .log: .log
    case .heatMap: .heatMap
    }
  }
}

/// The answer to a request.
package enum Report: Hashable, Sendable {
  case log(LogPage)
  case heatMap(Loaded<HeatMapPage>)
}

/// A value that is replaced whole and never changed: two of them are compared by a stamp, because
/// comparing what they hold would cost more than painting it.
package struct Loaded<Value: Sendable>: Hashable, Sendable {
  package let value: Value
  package let stamp: Int

  /// - Parameter stamp: another one for every other value, as the generation of the request.
  package init(_ value: Value, stamp: Int) {
    self.value = value
    self.stamp = stamp
  }

  package static func == (left: Self, right: Self) -> Bool { left.stamp == right.stamp }

  package func hash(into hasher: inout Hasher) { hasher.combine(stamp) }
}
