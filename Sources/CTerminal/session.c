#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#undef columns /* term.h claims the word */

struct ct_shared ct_shared = {
    .input = -1, .output = -1, .wake = -1, .stderr_copy = -1, .captured = -1};

static SCREEN *screen;
static FILE *input_file;
static int owns_input;     /* whether the input was opened here */
static int is_ecma;        /* speaks control sequences that begin with ESC [ */
static int exit_is_watched;

void ct_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno != EINTR) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

/* Only LC_CTYPE: the others change how numbers are read and written. A locale that names another
 * encoding is believed; none at all, or one that is not installed, is taken for UTF-8. */
int ct_choose_locale(void) {
  const char *chosen = setlocale(LC_CTYPE, "");
  if (chosen && is_utf8()) return 1;
  if (chosen && strcmp(chosen, "C") != 0 && strcmp(chosen, "POSIX") != 0) return 0;
  return setlocale(LC_CTYPE, "C.UTF-8") && is_utf8();
}

static void append_restore(const char *sequence) {
  if (!sequence || sequence == (char *)-1) return;
  size_t length = strlen(sequence);
  if (ct_shared.restore_length + length > sizeof ct_shared.restore) return;
  memcpy(ct_shared.restore + ct_shared.restore_length, sequence, length);
  ct_shared.restore_length += length;
}

/* Collects, while everything is calm, what a signal handler will have to send. */
static void prepare_restore(int wants_mouse) {
  ct_shared.restore_length = 0;
  if (is_ecma) append_restore("\033[?2026l\033[?2004l");
  if (wants_mouse && is_ecma) append_restore("\033[?1006l\033[?1000l");
  append_restore(tigetstr("sgr0"));
  append_restore(tigetstr("op"));
  append_restore(tigetstr("cnorm"));
  append_restore(tigetstr("rmkx"));
  append_restore(tigetstr("rmcup"));
}

enum ct_status ct_open_descriptors(void) {
  if (!isatty(STDOUT_FILENO)) return CT_NO_TERMINAL;
  ct_shared.output = STDOUT_FILENO;
  owns_input = !isatty(STDIN_FILENO);
  ct_shared.input = owns_input ? open("/dev/tty", O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  if (ct_shared.input < 0) return CT_NO_TERMINAL;
  return tcgetattr(ct_shared.input, &ct_shared.modes) == 0 ? CT_OK : CT_NO_TERMINAL;
}

void ct_close_descriptors(void) {
  if (input_file) {
    fclose(input_file);
    input_file = NULL;
  } else if (owns_input && ct_shared.input >= 0) {
    close(ct_shared.input);
  }
  if (ct_shared.wake >= 0) close(ct_shared.wake);
  ct_shared.input = ct_shared.wake = -1;
}

static enum ct_status fail(enum ct_status status) {
  ct_close_descriptors();
  return status;
}

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  idlok(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  curs_set(0);
}

static void begin_paste_mode(void) {
  if (is_ecma) ct_write_all(ct_shared.output, "\033[?2004h", 8);
}

static void end_paste_mode(void) {
  if (is_ecma) ct_write_all(ct_shared.output, "\033[?2004l", 8);
}

enum ct_status ct_open(const char *type, int wants_mouse, ct_facts *facts) {
  memset(facts, 0, sizeof *facts);
  enum ct_status status = ct_open_descriptors();
  if (status != CT_OK) return fail(status);
  int found = 0;
  if (setupterm(type, ct_shared.output, &found) == ERR) return fail(CT_UNKNOWN_TERMINAL);
  const char *move = tigetstr("cup");
  if (!move || move == (char *)-1) return fail(CT_NO_CURSOR);
  is_ecma = strncmp(move, "\033[", 2) == 0;
  ct_shared.wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  /* A stream of its own, so that nothing that was read ahead from standard input is lost. */
  int copy = owns_input ? ct_shared.input : dup(ct_shared.input);
  input_file = copy < 0 ? NULL : fdopen(copy, "r");
  if (ct_shared.wake < 0 || !input_file) {
    facts->error = errno;
    return fail(CT_SYSTEM);
  }
  ct_shared.input = copy;
  facts->is_utf8 = ct_choose_locale();
  set_escdelay(25);
  use_tioctl(TRUE);
  prepare_restore(wants_mouse);
  screen = newterm(type, stdout, input_file);
  if (!screen) return fail(CT_UNKNOWN_TERMINAL);
  if (has_colors() && start_color() == OK) {
    use_default_colors();
    facts->colours = COLORS;
    facts->is_direct = tigetflag("RGB") > 0 || tigetnum("RGB") > 0;
  }
  set_modes();
  ct_prepare_input(wants_mouse);
  getmaxyx(stdscr, facts->rows, facts->columns);
  atomic_store(&ct_shared.pending, 0);
  atomic_store(&ct_shared.is_up, 1);
  ct_capture_begin();
  ct_install_handlers();
  begin_paste_mode();
  if (!exit_is_watched) {
    exit_is_watched = 1;
    atexit(ct_close);
  }
  return CT_OK;
}

void ct_close(void) {
  if (!screen) return;
  if (atomic_load(&ct_shared.is_up)) ct_leave();
  ct_remove_handlers();
  ct_release_input();
  delscreen(screen);
  screen = NULL;
  ct_close_descriptors();
}

void ct_leave(void) {
  if (!screen || !atomic_load(&ct_shared.is_up)) return;
  end_paste_mode();
  endwin();
  atomic_store(&ct_shared.is_up, 0);
  ct_capture_end();
}

void ct_enter(void) {
  if (!screen || atomic_load(&ct_shared.is_up)) return;
  ct_capture_begin();
  atomic_store(&ct_shared.is_up, 1);
  refresh();
  begin_paste_mode();
}

void ct_resume(void) {
  if (!screen || !atomic_load(&ct_shared.is_up)) return;
  reset_prog_mode();
  begin_paste_mode();
  clearok(curscr, TRUE);
}

void ct_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  atomic_fetch_and(&ct_shared.pending, ~(CT_STOP | CT_RESUMED));
}

void ct_send(const char *bytes, size_t count) {
  if (!screen || !atomic_load(&ct_shared.is_up)) return;
  fflush(stdout);
  ct_write_all(ct_shared.output, bytes, count);
}

void ct_measure(int32_t *rows, int32_t *columns) {
  struct winsize size;
  if (ioctl(ct_shared.output, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
      is_term_resized(size.ws_row, size.ws_col))
    resizeterm(size.ws_row, size.ws_col);
  getmaxyx(stdscr, *rows, *columns);
}
