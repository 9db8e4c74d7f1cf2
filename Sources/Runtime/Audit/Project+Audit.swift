package import Domain
import Store

extension Project {
  /// Draws units and remembers them, with what would be released for each.
  package func drawAudit(_ wish: AuditWish) throws(ProjectFailure) -> RecordedAudit {
    let facts = try auditFacts()
    let released = try releasedLabels()
    let open = released.labels.count
    let size = wish.size ?? min(AuditWish.usualSize, open)
    // Short enough to be said, and for every reader of JSON.
    let seed = wish.seed ?? surroundings.random() >> 32
    // More than there are is refused with the other rules, and not drawn first.
    let choice = AuditChoice(
      released.labels, size: min(size, open), floor: wish.floor, seed: seed)
    let draw = AuditDraw(
      size: size, floor: wish.floor, seed: seed, ruled: released.ruled, open: open,
      labels: choice.labels, batch: facts.batch, drawn: choice.drawn)
    let event = try record(.drawAudit(AuditProposal(draw: draw, migrations: facts.migrations)))
    guard case .audit(let made) = event.body else {
      preconditionFailure("a draw is answered by its event")
    }
    return RecordedAudit(
      seq: event.seq, by: event.draft.actor, at: event.draft.at, draw: made)
  }

  /// What the newest audit says; nil before the first.
  package func audit() throws(ProjectFailure) -> AuditReport? {
    _ = try caughtUp()
    do throws(ReadFailure) {
      return try index.audit().map { AuditReport($0) }
    } catch {
      throw .read(error)
    }
  }

  /// How many units to draw for a wanted lower limit, as things stand.
  package func auditAdvice(
    bound: Double, expecting share: Double
  ) throws(ProjectFailure) -> AuditAdvice {
    let released = try releasedLabels()
    return AuditAdvice(
      bound: bound, expected: share, ruled: released.ruled, open: released.labels.count)
  }

  private func auditFacts() throws(ProjectFailure) -> AuditFacts {
    _ = try caughtUp()
    do throws(ReadFailure) {
      return try index.auditFacts([])
    } catch {
      throw .read(error)
    }
  }
}
