import Domain
package import Screen
package import Workbench

/// Keys in, messages through `update`, effects out, one paint for all that was waiting.
///
/// Generic over the console and the worker, so that it runs in tests without a terminal or a project.
/// While nothing happens it waits without a time-out: an idle workbench costs no CPU.
package final class WorkbenchLoop<Terminal: Console, Worker: EffectWorker> {
  /// Shows a model; whether all of it is to be shown anew, whatever was shown before.
  private typealias Show = (Model, _ isAnew: Bool) -> Void

  private let device: Terminal
  private let show: Show
  private let worker: Worker
  private let mailbox: Mailbox
  private let desk: Desk
  private var model: Model
  private var painted: Model?
  private var isLeaving = false
  private var mustRepaint = false

  /// How long the first paint waits for the first page, in milliseconds: a frame that says "loading"
  /// and is gone at once would only flicker.
  private let patience = 200

  private init(
    device: Terminal, worker: Worker, mailbox: Mailbox, desk: Desk, start: Start,
    show: @escaping Show
  ) {
    self.device = device
    self.show = show
    self.worker = worker
    self.mailbox = mailbox
    self.desk = desk
    let begun = Model.begin(start)
    model = begun.model
    for effect in begun.effects { perform(effect) }
  }

  /// Runs until the person leaves or the terminal is gone. What was begun is finished first.
  package func run() {
    take(device.events(within: patience))
    while !isLeaving {
      paint()
      take(device.events(within: nil))
    }
    perform(.saveState(model.state))
    worker.finish()
  }

  private func take(_ events: [InputEvent]) {
    for event in events {
      for message in mailbox.take() { tell(message) }
      switch event {
      case .key(let key): tell(.keyPressed(key, desk.now()))
      case .paste(let text): tell(.pasted(text))
      case .resize(let size): tell(.resized(size))
      case .mouse(let mouse): tell(.mouse(mouse, desk.now()))
      case .woken: break
      case .ended: isLeaving = true
      }
      if isLeaving { return }
    }
    for message in mailbox.take() { tell(message) }
  }

  private func tell(_ message: Message) {
    for effect in update(&model, message) { perform(effect) }
  }

  private func paint() {
    guard model != painted || mustRepaint else { return }
    show(model, mustRepaint)
    mustRepaint = false
    tell(.painted(desk.now()))
    painted = model
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .quit: isLeaving = true
    case .suspend:
      device.suspend()
      resume()
    case .repaint:
      mustRepaint = true
      device.yield { () throws(Never) in }
    case .setTheme(let name):
      if !desk.useTheme(name) {
        tell(.notice("That theme cannot be used; tiebreak themes says why."))
      }
      mustRepaint = true
    case .verifyLog: desk.verify()
    case .copy(let text): tell(.notice(desk.copy(text)))
    case .pipe(let item, let command):
      let told = device.yield { () throws(Never) in desk.pipe(item, command) }
      resume()
      tell(.notice(told))
    case .edit(let text, let purpose):
      let edited = device.yield { () throws(Never) in desk.edit(text, purpose) }
      resume()
      tell(.editorClosed(edited, purpose))
      // The file may say something else by now than what is in force: the worker looks.
      if purpose == .configuration { worker.perform(.loadSummary) }
    default: worker.perform(effect)
    }
  }

  /// After somebody else had the terminal: everything is drawn anew, in the size it has now.
  private func resume() {
    mustRepaint = true
    tell(.resized(device.size))
  }
}

extension WorkbenchLoop where Terminal: Device {
  /// A loop that draws its model.
  package convenience init(
    device: Terminal, worker: Worker, mailbox: Mailbox, desk: Desk, start: Start
  ) {
    self.init(device: device, worker: worker, mailbox: mailbox, desk: desk, start: start) {
      model, _ in
      var grid = Grid(size: model.size)
      let cursor = view(model, into: &grid)
      device.present(grid, cursor: cursor)
    }
  }
}

extension WorkbenchLoop where Terminal: LineConsole {
  /// A loop that tells its model in lines, for those who listen.
  package convenience init(
    telling device: Terminal, worker: Worker, mailbox: Mailbox, desk: Desk, start: Start
  ) {
    var teller = LinearTeller()
    self.init(device: device, worker: worker, mailbox: mailbox, desk: desk, start: start) {
      model, isAnew in
      let text = teller.tell(LinearView.page(model), isAnew: isAnew)
      if !text.isEmpty { device.say(text) }
    }
  }
}
