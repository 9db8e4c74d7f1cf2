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
  package let leases: LeaseStore
  package let personal: PersonalFolder
  let log: LaterLog
  let surroundings: Surroundings
  let settings: SettingsReader
  private let state: Mutex<InForce>

  /// What the last `config` and `role` events say.
  private struct InForce {
    var configuration: ProjectConfiguration
    var members: [Member]
  }

  init(opening parts: ProjectOpening, notices: [String]) throws(ProjectFailure) {
    folder = parts.folder
    id = parts.genesis.project
    isSandbox = parts.isSandbox
    index = parts.index
    leases = parts.leases
    personal = parts.personal
    log = parts.log
    surroundings = parts.surroundings
    settings = parts.settings
    self.notices = notices
    state = Mutex(InForce(configuration: ProjectConfiguration(name: ""), members: []))
    try reloadPeopleAndSettings()
  }

  /// The time in UTC.
  package var now: Instant { surroundings.now() }

  /// The settings in force.
  package var configuration: ProjectConfiguration {
    state.withLock { $0.configuration }
  }

  package var members: [Member] {
    state.withLock { $0.members }
  }

  /// Who is working; nil for somebody who is no member.
  package var me: Member? {
    if isSandbox, let standIn = surroundings.standIn {
      return members.first { $0.id == MemberID(standIn) }
    }
    return members.first { $0.user == surroundings.user }
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
    let inForce = (try? index.configurationText()) ?? nil
    return inForce.map { Array($0.utf8) != bytes } ?? true
  }

  /// Reads what is in force anew, after events that may have changed it.
  func reloadPeopleAndSettings() throws(ProjectFailure) {
    let text: String?
    let members: [Member]
    do throws(ReadFailure) {
      text = try index.configurationText()
      members = try index.members()
    } catch {
      throw .read(error)
    }
    let configuration = text.flatMap { settings.configuration($0) }
    state.withLock {
      $0.members = members
      if let configuration { $0.configuration = configuration }
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
    EventStamp(
      operation: surroundings.newOperation(), at: now, actor: actor, isSandbox: isSandbox)
  }
}
