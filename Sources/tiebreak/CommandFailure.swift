import Runtime

/// A command that could not do its work: one sentence for people, one code for scripts.
struct CommandFailure: Error {
  let sentence: String
  let code: Runtime.ExitCode

  init(_ sentence: String, _ code: Runtime.ExitCode) {
    self.sentence = sentence
    self.code = code
  }
}
