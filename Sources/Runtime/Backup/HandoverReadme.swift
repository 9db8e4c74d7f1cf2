import Domain

/// The page that says what each file of a handover is.
enum HandoverReadme {
  static func text(of project: String, events: Int, hash: Digest, on day: String) -> String {
    """
    # \(Words.plain(project, limit: 200)), handed over

    Written on \(day), as of event \(events - 1) of the log; its hash is `\(hash.hex)`.
    Whoever hands this over tells that hash another way too: it stands for everything before it.

    | file | what it is |
    |---|---|
    | `project/` | the project itself: `tiebreak init DIR --handover` on this folder makes it again, with the same log, to the byte |
    | `project/log/events.jsonl` | the log: who ruled what, when and why, under which settings, a line an event; attachments and checkpoints beside it |
    | `project/batches/` | the ratings as they were imported, a line each, compressed with zstd |
    | `project/guidelines/` | every published version of the guideline, with its clauses, as Markdown |
    | `project/tiebreak.toml` | the settings: labels, routes, tiers, thresholds |
    | `released.csv` | what would go out of every unit: the ruling, or what the ratings say |
    | `released-shares.jsonl` | the same with the shares of the ratings, for soft labels |
    | `ratings.csv` | the ratings in force and the rulings, a row each |
    | `guideline.json` | clauses, definitions and policies as they stand, with the rulings that cite them |
    | `guideline-draft.md` | what the next version would say if all that waits were published |
    | `gold.json` | units that annotators are held against, and how many pass |
    | `agreement.json` | how far annotators agreed: coefficients, by label, by annotator and pair, and within each version of the guideline (`by_group`) |
    | `audit.json` | how right the release is, by the newest audit: what was drawn, and what of it was wrong |
    | `migrations.json` | how label sets changed, and what of it waits |
    | `tiebreak-handover.json` | every other file with its size and SHA-256 |

    The files beside `project/` are written from it and can be made again. CSV is RFC 4180, JSON is RFC 8259,
    both in UTF-8. The form of the log is the page `log-format.md` of Tiebreak; a few lines of Python check it.

    **Names.** Members' and annotators' names stand here as they stand in the log. A log without them would not
    be that log: whoever may not have the names may not have this folder.

    **Rights.** Members and roles go with the log. So that somebody of the new team may act, a lead adds them before the
    handover: `tiebreak member add NAME --user USER --role lead`.

    """
  }
}
