/// A name from outside that identifies something, compared by its UTF-8 bytes.
///
/// `String` equality is canonical: "é" in one scalar and in two are one key. Files, SQL and hashes
/// see bytes, so ids must too. `Space` keeps ids of different things apart at compile time.
public struct Identifier<Space>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as it was read; never sanitised, never normalised.
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Orders by UTF-8 bytes, as SQL's BINARY collation and `memcmp` do.
  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var copy = text
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  public var description: String { text }
}

/// The space of item ids.
public enum ItemSpace: Sendable {}
/// The space of annotators' ids.
public enum AnnotatorSpace: Sendable {}
/// The space of label ids.
public enum LabelSpace: Sendable {}
/// The space of questions (Label Studio's `from_name`, a CSV's `dimension`).
public enum QuestionSpace: Sendable {}
/// The space of members: people who work on the project.
public enum MemberSpace: Sendable {}
/// The space of guideline clauses, `R-0042`.
public enum ClauseSpace: Sendable {}
/// The space of tiers of risk.
public enum TierSpace: Sendable {}

public typealias ItemID = Identifier<ItemSpace>
public typealias AnnotatorID = Identifier<AnnotatorSpace>
public typealias LabelID = Identifier<LabelSpace>
public typealias QuestionID = Identifier<QuestionSpace>
public typealias MemberID = Identifier<MemberSpace>
public typealias ClauseID = Identifier<ClauseSpace>
public typealias TierID = Identifier<TierSpace>

extension Identifier where Space == QuestionSpace {
  /// The question of an item that is asked only one thing.
  public static var label: Self { Self("label") }
}
