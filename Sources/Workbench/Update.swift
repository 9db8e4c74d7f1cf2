import Domain
import Screen

/// Takes in what happened and says what is to be done. Pure, total, and the only thing that changes a
/// model.
package func update(_ model: inout Model, _ message: Message) -> [Effect] {
  switch message {
  case .keyPressed(let key, let moment):
    model.now = moment
    return model.press(key)
  case .pasted(let text): return model.paste(text)
  case .mouse(let event, let moment):
    model.now = moment
    return model.point(event)
  case .resized(let size):
    model.size = size
    model.fitAnnotators()
    return model.fitList()
  case .painted(let moment):
    model.markPainted(at: moment)
    return []
  case .clockTicked(let moment):
    model.now = moment
    return []
  case .summaryLoaded(let summary):
    return model.take(summary) + (model.place == .heatMap ? model.enterHeatMap() : [])
  case .pageLoaded, .listLoaded, .unitsLoaded, .rowsLoaded, .found: return model.takeList(message)
  case .taggedLoaded(let rows):
    model.queue.tagged = rows
    return []
  case .itemOpened(let opened, let purpose): return model.take(opened, for: purpose)
  case .itemMissing(let item): return model.missing(item)
  case .nextFound(let opened): return model.takeNext(opened)
  case .ownRulingFound(let ruling): return model.offer(ruling)
  case .leaseAnswered(let unit, let claim): return model.take(claim, of: unit)
  case .recorded(let recorded): return model.take(recorded)
  case .refused(let refused): return model.take(refused)
  case .recordFailed(let ticket, let sentence): return model.fail(ticket, sentence)
  case .storeFailed(let sentence):
    if model.queue.phase == .loading { model.queue.phase = .failed(sentence) }
    model.heatMap.isLoading = false
    model.annotators.isLoading = false
    model.annotators.adjudicatorsLoading = false
    model.asking = .alarm(sentence)
    return []
  case .verified(let verification):
    model.verification = verification
    return []
  case .logChecked(let check):
    model.log.check = check ?? model.log.check
    model.log.isChecking = false
    return []
  case .fileExists(let path):
    model.askForOtherFile(than: path)
    return []
  case .reported(let report, let generation): return model.take(report, generation: generation)
  case .othersAppended: return model.refresh()
  case .learned: return model.takeLearned()
  case .configurationChanged(let configuration, let members, let differs):
    return model.take(configuration, members, differs: differs)
  case .editorClosed(let text, let purpose): return model.takeEdited(text, purpose)
  case .pathsFound(let listing):
    model.paths = listing
    return []
  case .progress(let work):
    model.take(work)
    return []
  case .notice(let text):
    model.notice = Notice(text: text, kind: .plain)
    return []
  }
}
