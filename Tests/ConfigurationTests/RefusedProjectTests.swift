import Configuration
import Testing

@Suite struct RefusedProjectTests {
  @Test(arguments: [
    BadFile("", "1:1: there is no [project]; add it with name = \"…\" below it"),
    BadFile("[project]\n", "1:1: [project] has no name; add name = \"…\""),
    BadFile(
      "[project]\nname = \"\"", "2:8: name in [project] is empty; write something, or take it out"),
    BadFile(
      "[project]\nname = 7", "2:8: name in [project] is a number; write text in quotation marks"),
    BadFile("project = 7", "1:11: project is a number, not a table; write it as [project]"),
    BadFile(
      "[[project]]\nname = \"p\"", "1:1: project is a list, not a table; write it as [project]"),
    .below("taks = \"label\"", "3:1: unknown key \"taks\" in [project]; did you mean \"task\"?"),
    .below(
      "colour = 1",
      "3:1: unknown key \"colour\" in [project]; write name, task, blind or store, or take it out"),
    .below("task = \"lable\"", "3:8: unknown task \"lable\" in [project]; did you mean \"label\"?"),
    .below(
      "blind = \"everything\"",
      "3:9: unknown blind \"everything\" in [project]; write \"names\", \"votes\" or \"off\""),
    .below(
      "blind = true", "3:9: blind in [project] is true or false; write text in quotation marks"),
    .below(
      "store = \"mysql://me:secret@host\"",
      "3:9: store in [project] is no address of PostgreSQL; write \"postgresql://…\", "
        + "or take it out to keep the log in the folder"),
    .below(
      "[projct]\nname = \"p\"", "3:2: unknown table \"projct\"; did you mean \"project\"?"),
    .below(
      "[weather]",
      "3:2: unknown table \"weather\"; the tables are annotators, gate, guideline, labels, log, members, project, "
        + "queue, routes, sources and tiers"),
    BadFile(
      "colour = 1\n[project]\nname = \"p\"",
      "1:1: \"colour\" stands in no table; move it below the table it belongs to"),
    .below(
      "gate = 1",
      "3:1: unknown key \"gate\" in [project]; write name, task, blind or store, or take it out"),
    BadFile(
      "gate = 1\n[project]\nname = \"p\"", "1:8: gate is a number, not a table; write it as [gate]"),
    .below(
      "name = \"q\"\n",
      "3:8: not TOML: key-value pair: cannot redefine existing string 'name'; correct it here or just before"
    ),
    .below(
      "\"na\\u006De\" . x = 1",
      "3:1: not TOML: key-value pair: cannot redefine existing string as dotted key-value pair; correct it here or just before"
    ),
    .below(
      "[queue]\nbelow = 1.5", "4:9: below in [queue] is 1.5; write a number from 0 to 1"),
    .below("[queue]\nbelow = nan", "4:9: below in [queue] is nan; write a number from 0 to 1"),
    .below(
      "[queue]\nbelow = \"1\"", "4:9: below in [queue] is text; write a number from 0 to 1"),
    .below(
      "[queue]\nbelow = 2026-10-03 07:00:00 # then",
      "4:9: below in [queue] is a date or time; write a number from 0 to 1"),
    .below(
      "[queue]\npolicy = \"lowest\"",
      "4:10: unknown policy \"lowest\" in [queue]; did you mean \"lowest-agreement\"?"),
    .below(
      "[queue]\npolicy = \"random\"",
      "4:10: unknown policy \"random\" in [queue]; write \"gain\", \"lowest-agreement\", "
        + "\"oldest\" or \"stratified\""),
    .below(
      "[guideline]\ntarget = 80", "4:10: target in [guideline] is 80; write a number from 0 to 1"),
    .below(
      "[guideline]\ntraget = 0.8",
      "4:1: unknown key \"traget\" in [guideline]; did you mean \"target\"?"),
    .below(
      "[sources.\"a b\"]\nitme = \"x\"",
      "4:1: unknown key \"itme\" in [sources.\"a b\"]; did you mean \"item\"?"),
  ])
  func `what is wrong with a project is said with its place`(_ file: BadFile) {
    #expect(file.heard(by: ConfigurationReader.read) == file.said)
  }

  @Test(arguments: [
    BadFile(
      "[project\nname = 1",
      "1:9: not TOML: table header: expected ']', saw '\\n'; correct it here or just before"),
    BadFile(
      "[project]\nname = \"é\" x",
      "2:12: not TOML: key-value pair: expected a comment or whitespace, saw 'x'; correct it here or just before"
    ),
    BadFile(
      "[=]",
      "1:2: not TOML: no key stands here; write one, in quotation marks if it is not of letters, "
        + "digits, - and _"),
    BadFile(
      "a = [1, ,2]",
      "1:9: not TOML: no value stands here; write one, text in quotation marks"),
    BadFile(
      "[project]\nname = \"p\u{0}\"", "2:10: a NUL character cannot stand in settings; take it out"),
    BadFile(
      "[project]\nname = \"é\\u0000\"",
      "2:10: a NUL character cannot stand in settings; take it out"),
    BadFile(
      "[project]\nname = \(String(repeating: "[", count: 200_000))",
      "2:39: more than 32 tables stand in each other; no setting needs that"),
    BadFile(
      "[" + String(repeating: "a.", count: 200_000) + "a]",
      "1:66: more than 32 tables stand in each other; no setting needs that"),
    BadFile(
      String(repeating: "#\n", count: 600_000),
      "1:1: the file is larger than 1 MiB; is it the right one?"),
  ])
  func `a text that is no TOML is refused where it stops being that`(_ file: BadFile) {
    #expect(file.heard(by: ConfigurationReader.read) == file.said)
  }
}
