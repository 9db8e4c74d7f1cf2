#include "internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* A terminal on which lines are printed: no curses, no cursor addressing, no alternate screen. Only the
 * keys are taken over, one by one and without an echo. */

static int is_open, exit_is_watched, marks_pastes;

/* Signals stay keys, as they are while curses is up. Output keeps its line ends. */
static void take_keys(void) {
  struct termios modes = ct_shared.modes;
  modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
  modes.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR);
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  tcsetattr(ct_shared.input, TCSADRAIN, &modes);
  /* Without the marks of a paste its letters would be taken for commands. */
  if (marks_pastes) ct_write_all(ct_shared.output, "\033[?2004h", 8);
}

static void give_keys(void) {
  if (marks_pastes) ct_write_all(ct_shared.output, "\033[?2004l", 8);
  tcsetattr(ct_shared.input, TCSADRAIN, &ct_shared.modes);
}

enum ct_status ct_lines_open(int accepts_sequences, ct_facts *facts) {
  memset(facts, 0, sizeof *facts);
  enum ct_status status = ct_open_descriptors();
  if (status != CT_OK) return status;
  ct_shared.wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (ct_shared.wake < 0) {
    facts->error = errno;
    ct_close_descriptors();
    return CT_SYSTEM;
  }
  facts->is_utf8 = ct_choose_locale();
  marks_pastes = accepts_sequences;
  ct_shared.restore_length = 0;
  if (marks_pastes) {
    memcpy(ct_shared.restore, "\033[?2004l", 8);
    ct_shared.restore_length = 8;
  }
  atomic_store(&ct_shared.pending, 0);
  atomic_store(&ct_shared.is_up, 1);
  is_open = 1;
  ct_capture_begin();
  ct_install_handlers();
  take_keys();
  if (!exit_is_watched) {
    exit_is_watched = 1;
    atexit(ct_lines_close);
  }
  return CT_OK;
}

void ct_lines_leave(void) {
  if (!is_open || !atomic_load(&ct_shared.is_up)) return;
  give_keys();
  atomic_store(&ct_shared.is_up, 0);
  ct_capture_end();
}

void ct_lines_enter(void) {
  if (!is_open || atomic_load(&ct_shared.is_up)) return;
  ct_capture_begin();
  atomic_store(&ct_shared.is_up, 1);
  take_keys();
}

void ct_lines_resume(void) {
  if (is_open && atomic_load(&ct_shared.is_up)) take_keys();
}

void ct_lines_close(void) {
  if (!is_open) return;
  ct_lines_leave();
  is_open = 0;
  ct_remove_handlers();
  ct_close_descriptors();
}

void ct_lines_print(const char *bytes, size_t count) {
  ct_write_all(ct_shared.output, bytes, count);
}

size_t ct_lines_read(uint8_t *bytes, size_t capacity) {
  ssize_t count = read(ct_shared.input, bytes, capacity);
  return count > 0 ? (size_t)count : 0;
}
