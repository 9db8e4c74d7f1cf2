import Domain
import Ledger
import Store

extension Project {
  /// Brings this person's `tiebreak.toml` up to what is in force in a team's project, as long as it is as
  /// we wrote it: whoever edited theirs keeps it, and is told that it differs.
  ///
  /// What fails here is tried again the next time; until then the file only differs.
  func followSettings() {
    guard team != nil, let bytes = try? DurableFile.read(folder.settings, limit: 1 << 20) else {
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let inForce = (try? index.configurationText()) ?? nil
    guard let address = StoreLine.address(in: text), let inForce else { return }
    if settingsDiffer() {
      guard followed() == Self.mark(text) else { return }
      let next = StoreLine.set(address, in: inForce)
      guard (try? DurableFile.write(Array(next.utf8), to: folder.settings)) != nil else { return }
    }
    guard followed() != Self.mark(inForce) else { return }
    try? DurableFile.write(Array(Self.mark(inForce).utf8), to: followedPath)
  }

  /// The digest of the settings that the file was last made, or found, to hold.
  private func followed() -> String? {
    ((try? DurableFile.read(followedPath, limit: 128)) ?? nil).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private var followedPath: String { personal.path + "/settings" }

  private static func mark(_ text: String) -> String {
    Digest.sha256(of: StoreLine.removed(from: text)).hex
  }
}
