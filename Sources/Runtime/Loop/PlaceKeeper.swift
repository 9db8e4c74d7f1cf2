import Dispatch
import Ledger
import Synchronization
import Workbench

/// Keeps on disk where a person is, on a queue of its own: its syncs would hold up the reads and
/// rulings that the person waits for.
final class PlaceKeeper: Sendable {
  private let personal: PersonalFolder
  private let failed: @Sendable (LedgerError) -> Void
  private let queue = DispatchQueue(label: "tiebreak.place", qos: .utility)
  /// The newest state that is not on disk yet; older ones need not be written.
  private let unsaved = Mutex<SessionState?>(nil)
  private let unsavedForms = Mutex<[FormDraft]?>(nil)

  init(personal: PersonalFolder, failed: @escaping @Sendable (LedgerError) -> Void) {
    self.personal = personal
    self.failed = failed
  }

  func keep(_ state: SessionState) {
    unsaved.withLock { $0 = state }
    queue.async { self.save() }
  }

  func keep(_ forms: [FormDraft]) {
    unsavedForms.withLock { $0 = forms }
    queue.async { self.saveForms() }
  }

  private func saveForms() {
    let newest = unsavedForms.withLock { forms in
      defer { forms = nil }
      return forms
    }
    guard let newest else { return }
    do throws(LedgerError) {
      try personal.save(newest)
    } catch {
      failed(error)
    }
  }

  /// Waits until the last state is on disk.
  func finish() {
    queue.sync {}
  }

  private func save() {
    let newest = unsaved.withLock { state in
      defer { state = nil }
      return state
    }
    guard let newest else { return }
    do throws(LedgerError) {
      try personal.save(newest)
    } catch {
      failed(error)
    }
  }
}
