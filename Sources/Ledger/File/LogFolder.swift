import Domain

/// Where things lie in a log's folder, and with which rights they are made.
struct LogFolder: Sendable {
  let path: String
  let sharing: FileSharing

  var events: String { path + "/events.jsonl" }
  var lock: String { path + "/store.lock" }
  var attachments: String { path + "/attach" }
  var quarantine: String { path + "/quarantine" }

  func attachment(_ digest: Digest) -> String {
    attachments + "/" + digest.hex
  }

  func quarantined(_ digest: Digest) -> String {
    quarantine + "/" + digest.hex
  }
}

/// Who besides its owner may use a project's folder.
public enum FileSharing: Sendable {
  case owner
  /// Everybody in the folder's group.
  case group

  var filePermissions: UInt32 {
    switch self {
    case .owner: 0o600
    case .group: 0o660
    }
  }

  var folderPermissions: UInt32 {
    switch self {
    case .owner: 0o700
    case .group: 0o2770
    }
  }
}
