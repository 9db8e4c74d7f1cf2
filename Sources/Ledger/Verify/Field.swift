/// The members that payloads have, in the byte order of their names.
enum Field: Int, CaseIterable {
  case actor
  case annotators
  case attachment
  case attempt
  case base
  case batch
  case bytes
  case chose
  case cites
  case code
  case diagnostics
  case digest
  case distinguishes
  case first
  case follows
  case guideline
  case importer
  case item
  case itemsChanged
  case itemsNew
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
  case seq
  case sha256
  case source
  case text
  case tookOver
  case time
  case type
  case user
  case version
  case value
  case votesSeen

  /// How the member is written.
  var spelling: StaticString {
    switch self {
    case .actor: "actor"
    case .annotators: "annotators"
    case .attachment: "attach"
    case .attempt: "attempt"
    case .base: "base"
    case .batch: "batch"
    case .bytes: "bytes"
    case .chose: "chose"
    case .cites: "cites"
    case .code: "code"
    case .diagnostics: "diagnostics"
    case .digest: "digest"
    case .distinguishes: "distinguishes"
    case .first: "first"
    case .follows: "follows"
    case .guideline: "guideline"
    case .importer: "importer"
    case .item: "item"
    case .itemsChanged: "items_changed"
    case .itemsNew: "items_new"
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
    case .seq: "seq"
    case .sha256: "sha256"
    case .source: "source"
    case .text: "text"
    case .tookOver: "took_over"
    case .time: "ts"
    case .type: "type"
    case .user: "user"
    case .version: "v"
    case .value: "value"
    case .votesSeen: "votes_seen"
    }
  }
}
