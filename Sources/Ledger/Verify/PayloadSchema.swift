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
    /// One word of a list.
    case word(Words)
    /// Words of a list, upwards, each once.
    case words(Words)
    /// Texts, upwards, each once.
    case texts
    /// A list with at least one text, or one integer from 0 on, or one pair of such.
    case someTexts
    case someIntegers
    case somePairs
    /// At least one integer from 0 on, upwards, each once.
    case risingIntegers
    case clause
    case section
    case someExamples
    case someChanges
    case someParts
    case someFigures
    case mapping
    case settings
    case sample
    case decimal
    case seconds
    case value
    case attachment
    case outcome
    case place
  }

  /// The closed lists of words.
  enum Words {
    case seats
    case outcomes
    case votesSeen
    case roles
    case clauseStates
    case steps
  }

  struct Member {
    let field: Field
    let form: Form
    let isRequired: Bool

    init(_ field: Field, _ form: Form, isRequired: Bool = true) {
      self.field = field
      self.form = form
      self.isRequired = isRequired
    }

    static func maybe(_ field: Field, _ form: Form) -> Member {
      Member(field, form, isRequired: false)
    }
  }

  let type: EventKind
  /// In byte order of the names.
  let members: [Member]

  init(_ type: EventKind, _ own: [Member]) {
    self.type = type
    // The fields are declared in the byte order of their names.
    members = (Self.common + own).sorted { $0.field.rawValue < $1.field.rawValue }
  }

  /// The types of event, as the verifier knows them.
  enum EventKind: CaseIterable {
    case genesis
    case config
    case role
    case imported
    case decision
    case withdraw
    case reopen
    case comment
    case flag
    case clause
    case guideline
    case publish
    case calibrate
    case gold
    case migrate
    case audit
    case refused
    case recovered

    var name: StaticString {
      switch self {
      case .genesis: "genesis"
      case .config: "config"
      case .role: "role"
      case .imported: "import"
      case .decision: "decision"
      case .withdraw: "withdraw"
      case .reopen: "reopen"
      case .comment: "comment"
      case .flag: "flag"
      case .clause: "clause"
      case .guideline: "guideline"
      case .publish: "publish"
      case .calibrate: "calibrate"
      case .gold: "gold"
      case .migrate: "migrate"
      case .audit: "audit"
      case .refused: "refused"
      case .recovered: "recovered"
      }
    }
  }

  private static let common = [
    Member(.version, .version), Member(.seq, .integer(0)), Member(.previous, .hex(64)),
    Member(.time, .time), Member(.type, .type), Member(.actor, .text),
    Member(.operation, .hex(32)), .maybe(.sandbox, .isTrue),
  ]
  private static let unit = [Member(.item, .text), Member(.question, .text)]
  private static let seat = unit + [Member(.seat, .word(.seats))]
  private static let longText: [Member] = [
    .maybe(.text, .shortText(4096)), .maybe(.attachment, .attachment),
  ]
  private static let withdrawal =
    seat + [Member(.base, .integer(0)), .maybe(.reason, .text)]

  private static let outcome: [Member] = [
    .maybe(.attachment, .attachment), Member(.outcome, .word(.outcomes)),
    .maybe(.value, .value),
  ]

  /// By `EventKind`.
  static func all() -> [PayloadSchema] {
    EventKind.allCases.map { PayloadSchema($0, own(of: $0)) }
  }

  private static func own(of type: EventKind) -> [Member] {
    switch type {
    case .genesis: [Member(.project, .hex(32)), Member(.name, .text)]
    case .config: longText + [Member(.digest, .hex(64))]
    case .role:
      [
        Member(.member, .text), .maybe(.user, .text), Member(.roles, .words(.roles)),
        Member(.annotators, .texts),
      ]
    case .imported: imported
    case .decision: decision
    case .withdraw, .reopen: withdrawal
    case .comment: unit + longText
    case .flag: unit + longText + [Member(.raised, .boolean)]
    case .clause: clause
    case .guideline:
      longText + [
        Member(.section, .section), Member(.base, .integer(-1)),
        .maybe(.draft, .isTrue),
      ]
    case .publish: publication
    case .calibrate: calibration
    case .gold: gold
    case .migrate: migration
    case .audit: audit
    case .refused:
      [
        Member(.attempt, .text), Member(.code, .text), .maybe(.item, .text),
        .maybe(.question, .text),
      ]
    case .recovered: [Member(.bytes, .integer(1)), Member(.digest, .hex(64))]
    }
  }

  private static let imported = [
    Member(.batch, .integer(1)), Member(.source, .text), Member(.bytes, .integer(0)),
    Member(.sha256, .hex(64)), Member(.importer, .text), Member(.mapping, .text),
    Member(.itemsNew, .integer(0)), Member(.itemsChanged, .integer(0)),
    Member(.ratingsNew, .integer(0)), Member(.ratingsChanged, .integer(0)),
    Member(.ratingsGone, .integer(0)), Member(.rowsRefused, .integer(0)),
    Member(.diagnostics, .integer(0)), Member(.digest, .hex(64)),
  ]

  private static let clause = [
    Member(.clause, .clause), Member(.base, .integer(-1)),
    Member(.status, .word(.clauseStates)), .maybe(.reason, .text), .maybe(.draft, .isTrue),
    .maybe(.title, .shortText(256)), .maybe(.labels, .texts),
    .maybe(.statement, .shortText(8192)), .maybe(.examples, .someExamples),
    .maybe(.counterExamples, .someExamples), .maybe(.born, .risingIntegers),
  ]

  private static let publication = [
    Member(.guidelineVersion, .integer(1)), Member(.digest, .hex(64)),
    Member(.changes, .someChanges), Member(.doubts, .integer(0)),
    .maybe(.inDoubt, .risingIntegers), .maybe(.attachment, .attachment),
    .maybe(.calibration, .integer(0)), .maybe(.waived, .text),
  ]

  /// Those of both steps; which of them a step has is checked apart.
  private static let calibration = [
    Member(.step, .word(.steps)), .maybe(.parts, .someParts),
    .maybe(.question, .text), .maybe(.size, .integer(1)), .maybe(.seed, .hex(16)),
    .maybe(.floor, .integer(0)), .maybe(.hard, .integer(0)), .maybe(.guideline, .integer(0)),
    .maybe(.units, .integer(1)), .maybe(.items, .texts), .maybe(.attachment, .attachment),
    .maybe(.draw, .integer(0)), .maybe(.batch, .integer(0)), .maybe(.people, .integer(0)),
    .maybe(.answers, .integer(0)), .maybe(.figures, .someFigures), .maybe(.target, .decimal),
  ]

  /// The outcome, the guideline's version and the ruling only where it is marked, the reason only
  /// where not.
  private static let gold =
    unit + [
      Member(.base, .integer(-1)), Member(.marked, .boolean), .maybe(.reason, .text),
      .maybe(.guideline, .integer(0)), .maybe(.ruling, .integer(0)),
      .maybe(.attachment, .attachment), .maybe(.outcome, .word(.outcomes)),
      .maybe(.value, .value),
    ]

  private static let migration = [
    Member(.mapping, .mapping), Member(.settings, .settings), Member(.batch, .integer(0)),
    Member(.doubts, .integer(0)), .maybe(.inDoubt, .risingIntegers),
    .maybe(.attachment, .attachment), .maybe(.reason, .text),
  ]

  private static let audit = [
    Member(.seed, .hex(16)), Member(.size, .integer(1)), Member(.floor, .integer(0)),
    Member(.ruled, .integer(0)), Member(.open, .integer(1)), Member(.batch, .integer(0)),
    Member(.guideline, .integer(0)), Member(.units, .integer(1)), .maybe(.sample, .sample),
    .maybe(.attachment, .attachment),
  ]

  private static let decision =
    seat + outcome + [
      Member(.base, .integer(-1)), Member(.batch, .integer(0)), .maybe(.chose, .somePairs),
      .maybe(.reason, .text), .maybe(.rationale, .shortText(8192)), .maybe(.cites, .someTexts),
      .maybe(.follows, .someIntegers), .maybe(.distinguishes, .someIntegers),
      Member(.guideline, .integer(0)), .maybe(.orderSeed, .hex(16)),
      Member(.votesSeen, .word(.votesSeen)), .maybe(.first, .outcome),
      .maybe(.seconds, .seconds), .maybe(.queue, .place), .maybe(.tookOver, .text),
      .maybe(.audit, .integer(0)),
    ]
}
