package import Domain
import Ledger
import Store
import Workbench

extension Project {
  /// The clause as it was last proposed.
  ///
  /// - Throws: the refusal of a clause that there is not.
  package func clause(_ id: ClauseID) throws(ProjectFailure) -> Clause {
    guard let clause = try currentGuideline().clauses[id] else {
      throw .refusal(.unknownClause(id))
    }
    return clause
  }

  /// What of the guideline as it would next be published is missing.
  package func lintGuideline() throws(ProjectFailure) -> [GuidelineFinding] {
    let page = try guidelinePage()
    let reading: LabelReading
    do throws(ReadFailure) {
      reading = try index.labelReading()
    } catch {
      throw .read(error)
    }
    let contents = page.guideline.contents(publishing: page.guideline.pending)
    return contents.read(through: reading, of: page.guideline).findings(
      labels: page.labels.map(\.definition.id), cited: Set(page.citations.keys))
      + page.guideline.outdated(reading)
  }

  /// Whether publishing would be refused if it were tried now, and why.
  package func refusal(of plan: PublicationPlan) throws(ProjectFailure) -> Refusal? {
    guard let me else { return .notAMember }
    let command = Command.publish(plan.publication)
    let found: Evidence
    do throws(ReadFailure) {
      found = try evidence(for: command)
    } catch {
      throw .read(error)
    }
    let context = DecisionContext(
      members: members, configuration: configuration, unit: nil, guideline: guideline,
      evidence: found)
    do throws(Refusal) {
      _ = try Adjudication.decide(command, by: me.id, in: context)
      return nil
    } catch {
      return error
    }
  }

  /// A text that could not be taken, kept where its writer finds it again.
  ///
  /// - Returns: the file.
  package func keep(_ text: String, name: String) -> String? {
    let path = "\(personal.path)/\(name)"
    return (try? DurableFile.write(Array(text.utf8), to: path)) == nil ? nil : path
  }
}
