/// The members that payloads have, in the byte order of their names.
enum Field: Int, CaseIterable {
  case actor
  case annotators
  case answers
  case attachment
  case attempt
  case audit
  case base
  case batch
  case born
  case bytes
  case calibration
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
  case draw
  case examples
  case figures
  case first
  case floor
  case follows
  case guideline
  case hard
  case importer
  case inDoubt
  case item
  case items
  case itemsChanged
  case itemsNew
  case labels
  case mapping
  case marked
  case member
  case name
  case operation
  case open
  case orderSeed
  case outcome
  case parts
  case people
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
  case ruled
  case ruling
  case sample
  case sandbox
  case seat
  case seconds
  case section
  case seed
  case seq
  case settings
  case sha256
  case size
  case source
  case statement
  case status
  case step
  case target
  case text
  case title
  case tookOver
  case time
  case type
  case units
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
    case .answers: "answers"
    case .attachment: "attach"
    case .attempt: "attempt"
    case .audit: "audit"
    case .base: "base"
    case .batch: "batch"
    case .born: "born"
    case .bytes: "bytes"
    case .calibration: "calibration"
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
    case .draw: "draw"
    case .examples: "examples"
    case .figures: "figures"
    case .first: "first"
    case .floor: "floor"
    case .follows: "follows"
    case .guideline: "guideline"
    case .hard: "hard"
    case .importer: "importer"
    case .inDoubt: "in_doubt"
    case .item: "item"
    case .items: "items"
    case .itemsChanged: "items_changed"
    case .itemsNew: "items_new"
    case .labels: "labels"
    case .mapping: "mapping"
    case .marked: "marked"
    case .member: "member"
    case .name: "name"
    case .operation: "op"
    case .open: "open"
    case .orderSeed: "order_seed"
    case .outcome: "outcome"
    case .parts: "parts"
    case .people: "people"
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
    case .ruled: "ruled"
    case .ruling: "ruling"
    case .sample: "sample"
    case .sandbox: "sandbox"
    case .seat: "seat"
    case .seconds: "seconds"
    case .section: "section"
    case .seed: "seed"
    case .seq: "seq"
    case .settings: "settings"
    case .sha256: "sha256"
    case .size: "size"
    case .source: "source"
    case .statement: "statement"
    case .status: "status"
    case .step: "step"
    case .target: "target"
    case .text: "text"
    case .title: "title"
    case .tookOver: "took_over"
    case .time: "ts"
    case .type: "type"
    case .units: "units"
    case .user: "user"
    case .version: "v"
    case .value: "value"
    case .guidelineVersion: "version"
    case .votesSeen: "votes_seen"
    case .waived: "waived"
    }
  }
}
