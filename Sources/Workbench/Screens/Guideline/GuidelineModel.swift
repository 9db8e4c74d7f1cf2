package import Domain

/// The guideline as a list of its parts, and one of them in full, or the difference of two versions.
package struct GuidelineModel: Hashable, Sendable {
  package var generation = 0
  package var isLoading = false
  package var page: Loaded<GuidelinePage>?
  /// Over the lines of the list, headings among them; the bar stands on parts alone.
  package var cursor = ListCursor()
  package var focus = Focus.list
  /// Over the lines of what stands beside the list, or over the difference.
  package var detail = ListCursor()
  package var difference: Versions?
  /// What publishing would do, while it is looked at.
  package var plan: PublishModel?
  /// Rulings that contradict each other, while they are looked at.
  package var contradictions: Contradictions?
  package var needle = ""

  /// Pairs of rulings on texts very alike that came out differently.
  package struct Contradictions: Hashable, Sendable {
    package var generation = 0
    package var pairs: Loaded<[ContradictingPrecedents]>?

    package init() {}
  }

  package enum Focus: Hashable, Sendable {
    case list
    case detail
  }

  /// Two versions that are held against each other; what waits for publication comes after the last.
  package struct Versions: Hashable, Sendable {
    package let old: Int
    /// nil: what the next version would be.
    package let new: Int?

    package init(old: Int, new: Int?) {
      self.old = old
      self.new = new
    }
  }

  package init() {}
}
