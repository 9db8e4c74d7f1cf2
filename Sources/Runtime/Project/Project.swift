import Agreement
package import Domain
import Ledger
package import Store
import Synchronization

/// An open project in a folder: its log, its index, and who is working on it.
///
/// Calls block and are made from workers or from commands, never from the thread that paints. A
/// ruling is decided on the log's head, appended, and only then are the tables moved.
package final class Project: Sendable {
  package let folder: ProjectFolder
  /// Drawn when the project was made.
  package let id: OperationID
  /// Whether `TIEBREAK_AS` may say who somebody is; nothing of it is ever released.
  package let isSandbox: Bool
  /// What opening had to mend, in sentences.
  package let notices: [String]
  package let index: ProjectIndex
  package let leases: any LeaseBook
  package let personal: PersonalFolder
  let log: LaterLog
  /// nil for a project whose log is in its folder.
  let team: Team?
  let surroundings: Surroundings
  let settings: SettingsReader
  let watch: BatchWatch
  private let clock = ClockWatch()
  private let state: Mutex<InForce>
  let pairSumsCache = Mutex(PairSumsCache())

  /// What the last `config` and `role` events say.
  private struct InForce {
    var configuration: ProjectConfiguration
    /// As the settings complete them.
    var members: [Member]
    /// As their role events left them.
    var recorded: [Member] = []
    var guideline = Guideline()
    /// The head that all of it was read at.
    var seq = -2
    /// Whether anything was recorded since the log was last sealed on leaving.
    var isUnsealed = false
  }

  init(opening parts: ProjectOpening, notices: [String]) throws(ProjectFailure) {
    folder = parts.folder
    id = parts.genesis.project
    isSandbox = parts.isSandbox
    index = parts.index
    leases = parts.leases
    personal = parts.personal
    log = parts.log
    team = parts.team
    surroundings = parts.surroundings
    settings = parts.settings
    watch = parts.watch
    self.notices = notices
    state = Mutex(InForce(configuration: ProjectConfiguration(name: ""), members: []))
    try reloadPeopleAndSettings()
    noteClock()
  }

  /// The user that this person is known by: of the operating system, or of a team's database.
  package var user: String { surroundings.user }

  /// The time in UTC.
  package var now: Instant { surroundings.now() }

  /// What is to be said of a clock that was set back since the last event; nil where that was said, or
  /// where it was not.
  package func takeClockNotice() -> String? {
    clock.takeNotice()
  }

  private func noteClock() {
    if let head = try? index.head(), head.seq >= 0,
      let last = try? log.read(from: head.seq, limit: 1).first
    {
      clock.see(last.draft.at, isClock: false)
    }
    clock.see(now, isClock: true)
  }

  /// The last position that the tables know.
  var knownPosition: Int { (try? index.head().seq) ?? -1 }

  /// The settings in force.
  package var configuration: ProjectConfiguration {
    state.withLock { $0.configuration }
  }

  /// The members, with what the settings in force say of them.
  package var members: [Member] {
    state.withLock { $0.members }
  }

  /// The members as their role events left them.
  var recordedMembers: [Member] {
    state.withLock { $0.recorded }
  }

  /// The guideline with all its versions and drafts, as of the last event that was looked at.
  package var guideline: Guideline {
    state.withLock { $0.guideline }
  }

  /// Who is working; nil for somebody who is no member.
  package var me: Member? {
    if isSandbox, let standIn = surroundings.standIn {
      return members.first { $0.id == MemberID(standIn) }
    }
    let members = members
    return members.first { $0.user == surroundings.user }
      // Who was added by name alone is the user of that name.
      ?? members.first { $0.user == nil && $0.id == MemberID(surroundings.user) }
  }

  /// The name under which whoever is no member appears in the log. A stand-in who is no member stays
  /// one: it never falls back to the user, who may be lead.
  var actor: MemberID {
    if let me { return me.id }
    return MemberID((isSandbox ? surroundings.standIn : nil) ?? surroundings.user)
  }

  /// Whether `tiebreak.toml` says something else than what is in force.
  package func settingsDiffer() -> Bool {
    guard let bytes = try? DurableFile.read(folder.settings, limit: 1 << 20) else { return true }
    let proposed = String(decoding: bytes, as: UTF8.self)
    let inForce = (try? index.configurationText()) ?? nil
    return inForce.map { inForce in
      !StoreLine.removed(from: inForce).utf8.elementsEqual(StoreLine.removed(from: proposed).utf8)
    } ?? true
  }

  /// Reads what is in force anew, after events that may have changed it.
  func reloadPeopleAndSettings() throws(ProjectFailure) {
    let text: String?
    let members: [Member]
    let seq: Int
    var guideline = self.guideline
    do {
      seq = try index.head().seq
      text = try index.configurationText()
      members = try index.members()
      if try index.guidelinePosition() != guideline.seq { guideline = try index.guideline() }
    } catch let error as ReadFailure {
      throw .read(error)
    } catch let error as IndexFailure {
      throw ProjectFailure(error)
    } catch {
      throw .read(.failed(String(describing: error)))
    }
    let configuration = text.flatMap { settings.configuration($0) }
    state.withLock {
      if let configuration { $0.configuration = configuration }
      $0.guideline = guideline
      $0.recorded = members
      $0.members = members.map($0.configuration.completed)
      $0.seq = seq
    }
  }

  /// Whether what is held in memory is what was in force at this position.
  func isCurrent(at seq: Int) -> Bool {
    state.withLock { $0.seq == seq }
  }

  /// Notes that there is something to seal on leaving.
  func noteRecorded() {
    state.withLock { $0.isUnsealed = true }
  }

  /// Whether there is something to seal; from then on there is not.
  func takeUnsealed() -> Bool {
    state.withLock { state in
      defer { state.isUnsealed = false }
      return state.isUnsealed
    }
  }

  /// Notes that events up to here, all our own, changed neither people nor settings.
  func remainsCurrent(from base: Int, to seq: Int) {
    state.withLock {
      if $0.seq == base { $0.seq = seq }
    }
  }

  /// Remembers how far this person has seen the log: what finds a log that was cut.
  package func rememberHead() {
    guard let head = try? index.head() else { return }
    let memory = RememberedHead(directory: personal.path)
    // Syncing what stands there already would only make starting and leaving slower.
    guard (try? memory.read()) != head else { return }
    try? memory.write(head)
  }

  func stamp() -> EventStamp {
    let now = now
    clock.see(now, isClock: true)
    return EventStamp(
      operation: surroundings.newOperation(), at: now, actor: actor, isSandbox: isSandbox)
  }
}
