package import Agreement
package import Domain
import Store

extension Project {
  /// By clause in force: how often each two of its labels are confused before and since the version that
  /// last changed what it means. From stored sums: O(versions × cells) a pair.
  ///
  /// Ratings belong to the version that annotators worked under, units to the newest such version of
  /// their ratings. Pairs that were not compared on both sides are left out, and those with a label that
  /// a migration merged, split or made: annotators chose among other labels then.
  package func sinceVersions(
    of guideline: Guideline
  ) throws(ReadFailure) -> [ClauseID: [PairSince]] {
    var wanted: [(clause: ClauseID, version: Int, pairs: [HeatPair])] = []
    let reading = try index.labelReading()
    let moved = reading.movedLabels
    for (id, clause) in guideline.clauses {
      guard let revision = clause.revisions.last, let published = revision.content,
        let version = guideline.lastMeaning(of: .clause(id)),
        (2...Self.mostLabels).contains(published.labels.count)
      else { continue }
      let labels = reading.read(published, at: revision.seq).labels.filter { !moved.contains($0) }
      wanted.append((id, version, Self.pairs(labels)))
    }
    guard !wanted.isEmpty else { return [:] }
    var found: [ClauseID: [PairSince]] = [:]
    for question in try index.summary(now: now).questions {
      guard let sums = try index.sums(question, detail: .none), Self.unlabelled(sums) == nil else {
        continue
      }
      let source = try index.heatSource(question, from: sums, by: .version)
      for entry in wanted {
        let pairs = entry.pairs.compactMap { PairSince($0, since: entry.version, in: source) }
        if !pairs.isEmpty { found[entry.clause, default: []] += pairs }
      }
    }
    return found
  }

  /// A clause on more labels is about none of their borders.
  private static let mostLabels = 6

  private static func pairs(_ labels: [LabelID]) -> [HeatPair] {
    labels.indices.flatMap { first in
      labels[(first + 1)...].map { HeatPair(first: labels[first].text, second: $0.text) }
    }
  }
}
