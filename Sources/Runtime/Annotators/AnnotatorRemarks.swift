import Agreement
import Screen

/// What a lead should look at first, in sentences.
enum AnnotatorRemarks {
  private static let listed = 8

  static func sentences(_ report: AnnotatorReport) -> [String] {
    let all = report.standings.flatMap { standing in
      sentences(standing, report.votes).map { "\(Words.plain(report.name(of: standing))) \($0)" }
    }
    guard all.count > listed else { return all }
    return all.prefix(listed) + ["And \(all.count - listed) more: --json."]
  }

  /// Of one annotator, as they go on after the name.
  static func sentences(_ standing: AnnotatorStanding, _ votes: QuestionVotes) -> [String] {
    var sentences: [String] = []
    if standing.trend.direction == .falling || standing.trend.direction == .rising {
      sentences.append(trend(standing.trend))
    }
    let habits = standing.habits.filter(\.standsOut)
    if let habit = habits.max(by: { ($0.z ?? 0).magnitude < ($1.z ?? 0).magnitude }) {
      let label = Words.quotedName(votes.labels[habit.label], limit: 24)
      sentences.append(
        "says \(label) for \(percent(habit.own)) of the items, others for \(percent(habit.others))"
          + " of the same items.")
    }
    return sentences
  }

  /// How it went, for people and as the reading of a sparkline.
  static func trend(_ trend: StandingTrend) -> String {
    guard let earlier = trend.earlier.agreement.value, let later = trend.later.agreement.value
    else { return "has no trend: \(reason(trend))" }
    let figures = "\(Figures.share(earlier)) to \(Figures.share(later))"
    let halves = "from the earlier half of the ratings to the later"
    switch trend.direction {
    case .falling: return "agrees less and less: \(figures) \(halves)\(pace(trend))."
    case .rising: return "agrees more and more: \(figures) \(halves)\(pace(trend))."
    case .steady: return "is steady: \(figures) \(halves), within what chance gives."
    case .tooFew, .unknown: return "has no trend: \(reason(trend))"
    }
  }

  private static func reason(_ trend: StandingTrend) -> String {
    trend.direction == .unknown
      ? "the ratings have no times."
      : "fewer than \(StandingTrend.enoughInHalf) shared ratings in each half."
  }

  private static func pace(_ trend: StandingTrend) -> String {
    guard let earlier = trend.earlierPace, let later = trend.laterPace else { return "" }
    return
      ", \(AnnotatorsText.seconds(earlier)) to \(AnnotatorsText.seconds(later)) seconds a rating"
  }

  private static func percent(_ share: Double) -> String {
    Figures.fixed(share * 100, places: 0) + " %"
  }
}
