extension CommandTable {
  static let log: [ScreenCommand] = [
    ScreenCommand(
      .eventItem, "item", "item", "open the event's item", .choose, .log, keys: ["i"]),
    ScreenCommand(
      .eventInFull, "in-full", "in full", "the event in full", .look, .log,
      keys: ["e"]),
    ScreenCommand(
      .follow, "follow", "follow", "follow new events", .look, .log, keys: ["F"]),
    ScreenCommand(
      .verify, "verify", "verify again", "check the whole log again", .look, .log, keys: ["v"]),
    ScreenCommand(
      .stopLooking, "stop-looking", "stop", "stop looking for events", .look, .log, keys: ["Esc"]),
  ]
}
