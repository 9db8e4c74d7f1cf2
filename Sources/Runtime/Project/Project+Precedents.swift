package import Domain
import Store

extension Project {
  /// A unit by its item, and its question where the item has several.
  ///
  /// - Returns: nil for what is not there, and where the question has to be named.
  package func unit(
    _ item: ItemID, question: QuestionID?
  ) throws(ProjectFailure) -> UnitDossier? {
    guard let units = try dossier(item)?.units else { return nil }
    if let question { return units.first { $0.facts.id.question == question } }
    return units.first { $0.facts.id.question == .label } ?? (units.count == 1 ? units[0] : nil)
  }

  /// The open units with a text very like a unit's that the present member may rule on.
  package func alike(
    _ unit: UnitID, while isWanted: () -> Bool = { true }
  ) throws(ProjectFailure) -> LikeUnits? {
    do throws(ReadFailure) {
      return try index.alike(unit, viewer: me?.id, now: now, while: isWanted)
    } catch {
      throw .read(error)
    }
  }

  /// Rulings that stand, on texts very alike, which came out differently. O(rulings).
  package func contradictingPrecedents() throws(ProjectFailure) -> [ContradictingPrecedents] {
    _ = try caughtUp()
    do throws(ReadFailure) {
      return try index.contradictingPrecedents()
    } catch {
      throw .read(error)
    }
  }
}
