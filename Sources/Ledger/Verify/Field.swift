/// The members that payloads have, in the byte order of their names.
enum Field: Int, CaseIterable {
  case actor
  case annotators
  case attachment
  case attempt
  case base
  case batch
  case born
  case bytes
  case changes
  case chose
  case cites
  case clause
  case code
  case counterExamples
  case diagnostics
  case digest
  case distinguishes
  case doubts
  case draft
  case examples
  case first
  case follows
  case guideline
  case importer
  case inDoubt
  case item
  case itemsChanged
  case itemsNew
  case labels
  case mapping
  case member
  case name
  case operation
  case orderSeed
  case outcome
  case previous
  case project
  case question
  case queue
  case raised
  case ratingsChanged
  case ratingsGone
  case ratingsNew
  case rationale
  case reason
  case roles
  case rowsRefused
  case sandbox
  case seat
  case seconds
  case section
  case seq
  case sha256
  case source
  case statement
  case status
  case text
  case title
  case tookOver
  case time
  case type
  case user
  case version
  case value
  case guidelineVersion
  case votesSeen
  case waived

  /// How the member is written.
  var spelling: StaticString {
    switch self {
    case .actor: "actor"
    case .annotators: "annotators"
    case .attachment: "attach"
    case .attempt: "attempt"
    case .base: "base"
    case .batch: "batch"
    case .born: "born"
    case .bytes: "bytes"
    case .changes: "changes"
    case .chose: "chose"
    case .cites: "cites"
    case .clause: "clause"
    case .code: "code"
    case .counterExamples: "counter_examples"
    case .diagnostics: "diagnostics"
    case .digest: "digest"
    case .distinguishes: "distinguishes"
    case .doubts: "doubts"
    case .draft: "draft"
    case .examples: "examples"
    case .first: "first"
    case .follows: "follows"
    case .guideline: "guideline"
    case .importer: "importer"
    case .inDoubt: "in_doubt"
    case .item: "item"
    case .itemsChanged: "items_changed"
    case .itemsNew: "items_new"
    case .labels: "labels"
    case .mapping: "mapping"
    case .member: "member"
    case .name: "name"
    case .operation: "op"
    case .orderSeed: "order_seed"
    case .outcome: "outcome"
    case .previous: "prev"
    case .project: "project"
    case .question: "question"
    case .queue: "queue"
    case .raised: "raised"
    case .ratingsChanged: "ratings_changed"
    case .ratingsGone: "ratings_gone"
    case .ratingsNew: "ratings_new"
    case .rationale: "rationale"
    case .reason: "reason"
    case .roles: "roles"
    case .rowsRefused: "rows_refused"
    case .sandbox: "sandbox"
    case .seat: "seat"
    case .seconds: "seconds"
    case .section: "section"
    case .seq: "seq"
    case .sha256: "sha256"
    case .source: "source"
    case .statement: "statement"
    case .status: "status"
    case .text: "text"
    case .title: "title"
    case .tookOver: "took_over"
    case .time: "ts"
    case .type: "type"
    case .user: "user"
    case .version: "v"
    case .value: "value"
    case .guidelineVersion: "version"
    case .votesSeen: "votes_seen"
    case .waived: "waived"
    }
  }
}
