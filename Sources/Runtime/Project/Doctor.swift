import Domain
import Glibc
import Interchange
import Ledger
import Store

/// Looks a project over: mends what is derived or was never promised to anybody, and refuses, with
/// evidence, to touch anything else.
///
/// Mended are: tables that are missing, behind, damaged or of another log; a write to the log that never
/// came to its end; documents of the guideline; files that a dead process left. Not mended are: a line
/// of the log that was changed, a log that is shorter than somebody saw, a batch or an attachment that is
/// missing or changed, and rights by which others could write.
package struct Doctor {
  private let folder: ProjectFolder
  private let surroundings: Surroundings
  private let progress: ProgressSink

  package init(
    _ folder: ProjectFolder, surroundings: Surroundings, progress: @escaping ProgressSink = { _ in }
  ) {
    self.folder = folder
    self.surroundings = surroundings
    self.progress = progress
  }

  /// - Parameter rebuilding: whether the tables are made anew in any case.
  package func run(rebuilding: Bool) throws(ProjectFailure) -> DoctorReport {
    let team = try Team.find(folder)
    guard team != nil || Folders.exists(folder.log) else { throw .noProject(path: folder.path) }
    // Of a log on a server, what is derived lies beside this person's copies.
    let place = team.map { folder.keepingCopies(of: $0.project, in: surroundings) } ?? folder
    var report = DoctorReport()
    report.findings = openRights(place)
    do throws(ProjectFailure) {
      if team == nil {
        report.events = try ProjectEvidence.check(folder, surroundings: surroundings).report.events
      }
      report.mended += mendTables(place)
      let project = try Project.open(folder, surroundings: surroundings, progress: progress)
      report.mended += project.notices
      try mend(project, &report, rebuilding: rebuilding)
      report.clock = project.takeClockNotice()
      project.rememberHead()
    } catch {
      guard let finding = Self.finding(error) else { throw error }
      report.findings.append(finding)
    }
    return report
  }

  private func mend(
    _ project: Project, _ report: inout DoctorReport, rebuilding: Bool
  ) throws(ProjectFailure) {
    if rebuilding { try project.rebuild(progress: progress) }
    var examined = try project.examine()
    if examined.stateHash != examined.tableHash {
      try project.rebuild(progress: progress)
      report.mended.append("The tables did not say what the log says; they were made anew.")
      examined = try project.examine()
    }
    examined.findings = report.findings
    examined.mended = report.mended
    report = examined
    for version in try project.mendVersions() {
      report.mended.append(
        "guidelines/v\(version).md was not what the log says; what stood there is now "
          + "guidelines/v\(version).md.changed.")
    }
    let removed = project.removeRemains()
    if removed > 0 {
      report.mended.append(
        "\(Words.count(removed, "file")) that an ended process left unfinished "
          + "\(removed == 1 ? "was" : "were") removed.")
    }
  }

  /// What is broken rather than in the way.
  private static func finding(_ failure: ProjectFailure) -> String? {
    switch failure {
    case .ledger(.broken), .ledger(.untrusted), .ledger(.attachment): Words.sentence(failure)
    case .input(let failure) where failure.code == .answerIsNo: failure.sentence
    default: nil
    }
  }

  /// Throws away tables that cannot be read or belong to another log.
  private func mendTables(_ place: ProjectFolder) -> [String] {
    guard Folders.exists(place.index) else {
      return ["The tables were missing; they were made anew."]
    }
    guard let damage = ProjectIndex.damage(path: place.index) else { return [] }
    ProjectIndex.discard(path: place.index)
    return ["The tables were damaged (\(Words.plain(damage, limit: 120))); they were made anew."]
  }

  /// What anybody may write.
  private func openRights(_ place: ProjectFolder) -> [String] {
    let places = [
      folder.path, folder.settings, place.log, place.batches, place.store, place.index,
      place.live, place.guidelines,
    ]
    return places.compactMap { path in
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      let name = Words.plain(path, limit: 200)
      if status.st_mode & S_IFMT == S_IFLNK, path != folder.path {
        return "\(name) is a symbolic link; nothing of a project is. Put back what it points to."
      }
      guard status.st_mode & S_IWOTH != 0 else { return nil }
      return "\(name): anybody may write it. Take that right away: chmod o-w \(name)"
    }
  }
}

extension Project {
  /// Writes documents of the guideline anew that are not what the log says. What stood there is kept
  /// under another name: somebody may have meant it.
  ///
  /// - Returns: their versions.
  func mendVersions() throws(ProjectFailure) -> [Int] {
    var mended: [Int] = []
    for version in guideline.versions {
      let path = folder.guideline(version.number)
      do throws(LedgerError) {
        guard let bytes = try DurableFile.read(path, limit: 64 << 20),
          Digest.sha256(of: bytes) != version.digest
        else { continue }
      } catch {
        throw .ledger(error)
      }
      do throws(FileFailure) {
        try Folders.move(path, to: path + ".changed")
      } catch {
        throw .ledger(.file(error))
      }
      mended.append(version.number)
    }
    try writeMissingVersions()
    return mended
  }

  /// Removes what imports and durable writes left that did not come to their end.
  ///
  /// - Returns: how many files.
  func removeRemains() -> Int {
    var count = 0
    if let lock = try? FileLock(folder.batches + "/.lock", .exclusive, waitingUpTo: 0) {
      count += (try? removeLeftovers()) ?? 0
      _ = consume lock
    }
    let places = [
      folder.path, folder.log + "/attach", folder.log + "/quarantine", folder.guidelines,
      personal.path,
    ]
    for place in places {
      for name in Folders.names(in: place) ?? [] where Self.isRemains(name) {
        Folders.removeFile(place + "/" + name)
        count += 1
      }
    }
    return count
  }

  /// Whether a file is `.NAME.PID.NUMBER`, as durable writes call theirs, of a process that is no more.
  private static func isRemains(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0].isEmpty, Int(parts[parts.count - 1]) != nil,
      let process = pid_t(parts[parts.count - 2]), process > 0
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}
