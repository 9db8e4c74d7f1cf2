/// The members that a payload of each type has, and their forms: the table of `docs/log-format.md`.
struct PayloadSchema {
  /// What a member's value must look like.
  enum Form {
    case version
    case type
    case text
    /// A text of at most so many bytes of UTF-8.
    case shortText(Int)
    /// An integer that is at least this.
    case integer(Int)
    case hex(Int)
    case time
    case boolean
    case isTrue
    case word([StaticString])
    /// Words of the list, upwards, each once.
    case words([StaticString])
    /// Texts, upwards, each once.
    case texts
    /// A list with at least one text, or one integer from 0 on, or one pair of such.
    case someTexts
    case someIntegers
    case somePairs
    case seconds
    case value
    case attachment
    case outcome
    case place
  }

  struct Member {
    let name: StaticString
    let form: Form
    let isRequired: Bool

    init(_ name: StaticString, _ form: Form, isRequired: Bool = true) {
      self.name = name
      self.form = form
      self.isRequired = isRequired
    }

    static func maybe(_ name: StaticString, _ form: Form) -> Member {
      Member(name, form, isRequired: false)
    }
  }

  let type: EventKind
  let typeName: StaticString
  /// In byte order of the names.
  let members: [Member]

  init(_ type: EventKind, _ typeName: StaticString, _ own: [Member]) {
    self.type = type
    self.typeName = typeName
    members = (Self.common + own).sorted { left, right in
      left.name.withUTF8Buffer { a in
        right.name.withUTF8Buffer { b in a.lexicographicallyPrecedes(b) }
      }
    }
  }

  /// The types of event, as the verifier knows them.
  enum EventKind {
    case genesis
    case config
    case role
    case imported
    case decision
    case withdraw
    case reopen
    case comment
    case flag
    case refused
    case recovered
  }

  static let seats: [StaticString] = ["main", "second", "repeat", "audit"]
  static let outcomes: [StaticString] = [
    "value", "none_of_these", "ambiguous", "not_annotatable", "outside_guideline", "escalated",
  ]

  private static let common = [
    Member("v", .version), Member("seq", .integer(0)), Member("prev", .hex(64)),
    Member("ts", .time), Member("type", .type), Member("actor", .text), Member("op", .hex(32)),
    .maybe("sandbox", .isTrue),
  ]
  private static let unit = [Member("item", .text), Member("question", .text)]
  private static let seat = unit + [Member("seat", .word(seats))]
  private static let longText: [Member] = [
    .maybe("text", .shortText(4096)), .maybe("attach", .attachment),
  ]
  private static let withdrawal =
    seat + [Member("base", .integer(0)), .maybe("reason", .text)]

  /// The members of an outcome, in byte order: also those of `first`.
  static let outcomeMembers: [Member] = [
    .maybe("attach", .attachment), Member("outcome", .word(outcomes)), .maybe("value", .value),
  ]
  /// The members of `queue`, in byte order.
  static let placeMembers = [
    Member("gain", .text), Member("policy", .text), Member("rank", .integer(1)),
    Member("wrong", .text),
  ]
  /// The members of an attachment's name, in byte order.
  static let attachmentMembers = [Member("bytes", .integer(4097)), Member("sha256", .hex(64))]

  static let all: [PayloadSchema] = [
    PayloadSchema(
      .decision, "decision",
      seat + outcomeMembers + [
        Member("base", .integer(-1)), Member("batch", .integer(0)), .maybe("chose", .somePairs),
        .maybe("reason", .text), .maybe("rationale", .shortText(8192)),
        .maybe("cites", .someTexts), .maybe("follows", .someIntegers),
        .maybe("distinguishes", .someIntegers), Member("guideline", .integer(0)),
        .maybe("order_seed", .hex(16)), Member("votes_seen", .word(["yes", "after_first", "no"])),
        .maybe("first", .outcome), .maybe("seconds", .seconds), .maybe("queue", .place),
        .maybe("took_over", .text),
      ]),
    PayloadSchema(.withdraw, "withdraw", withdrawal),
    PayloadSchema(.reopen, "reopen", withdrawal),
    PayloadSchema(.comment, "comment", unit + longText),
    PayloadSchema(.flag, "flag", unit + longText + [Member("raised", .boolean)]),
    PayloadSchema(
      .imported, "import",
      [
        Member("batch", .integer(1)), Member("source", .text), Member("bytes", .integer(0)),
        Member("sha256", .hex(64)), Member("importer", .text), Member("mapping", .text),
        Member("items_new", .integer(0)), Member("items_changed", .integer(0)),
        Member("ratings_new", .integer(0)), Member("ratings_changed", .integer(0)),
        Member("ratings_gone", .integer(0)), Member("rows_refused", .integer(0)),
        Member("diagnostics", .integer(0)), Member("digest", .hex(64)),
      ]),
    PayloadSchema(.config, "config", longText + [Member("digest", .hex(64))]),
    PayloadSchema(
      .role, "role",
      [
        Member("member", .text), .maybe("user", .text),
        Member("roles", .words(["adjudicator", "annotator", "lead", "observer", "reviewer"])),
        Member("annotators", .texts),
      ]),
    PayloadSchema(
      .refused, "refused",
      [
        Member("attempt", .text), Member("code", .text), .maybe("item", .text),
        .maybe("question", .text),
      ]),
    PayloadSchema(
      .recovered, "recovered", [Member("bytes", .integer(1)), Member("digest", .hex(64))]),
    PayloadSchema(.genesis, "genesis", [Member("project", .hex(32)), Member("name", .text)]),
  ]
}
