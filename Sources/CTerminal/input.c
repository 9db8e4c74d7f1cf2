#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

/* Codes of our own, beyond those that curses hands out to extended capabilities. */
enum { PASTE_BEGIN = 0x5000, PASTE_END = 0x5001 };

static int reads_utf8;
static WINDOW *reader; /* a pad: reading from it never paints */

static void define(const char *sequence, int code) {
  if (key_defined(sequence) <= 0) define_key(sequence, code);
}

void ct_prepare_input(int wants_mouse) {
  reads_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  reader = newpad(1, 1);
  keypad(reader, TRUE);
  nodelay(reader, TRUE);
  meta(reader, TRUE);
  /* Terminals send one form or the other whatever the description promises. */
  static const struct {
    const char *sequence;
    int code;
  } keys[] = {
      {"\033[A", KEY_UP},     {"\033OA", KEY_UP},     {"\033[B", KEY_DOWN},  {"\033OB", KEY_DOWN},
      {"\033[C", KEY_RIGHT},  {"\033OC", KEY_RIGHT},  {"\033[D", KEY_LEFT},  {"\033OD", KEY_LEFT},
      {"\033[H", KEY_HOME},   {"\033OH", KEY_HOME},   {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME},
      {"\033[F", KEY_END},    {"\033OF", KEY_END},    {"\033[4~", KEY_END},  {"\033[8~", KEY_END},
      {"\033[2~", KEY_IC},    {"\033[3~", KEY_DC},    {"\033[5~", KEY_PPAGE},
      {"\033[6~", KEY_NPAGE}, {"\033[Z", KEY_BTAB},   {"\033OM", KEY_ENTER},
  };
  for (size_t index = 0; index < sizeof keys / sizeof *keys; index++)
    define(keys[index].sequence, keys[index].code);
  define_key("\033[200~", PASTE_BEGIN);
  define_key("\033[201~", PASTE_END);
  if (wants_mouse) {
    mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
    mouseinterval(0);
  }
}

void ct_release_input(void) {
  if (reader) delwin(reader);
  reader = NULL;
}

int64_t ct_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void ct_poke(void) {
  uint64_t one = 1;
  ssize_t written = write(ct_shared.wake, &one, sizeof one);
  (void)written; /* a full counter wakes as well */
}

void ct_wake(void) {
  atomic_fetch_or(&ct_shared.pending, CT_WOKEN);
  ct_poke();
}

static void drain_wake(void) {
  uint64_t count;
  ssize_t taken = read(ct_shared.wake, &count, sizeof count);
  (void)taken;
}

/* A terminal that is readable and holds nothing has been closed at the other end. */
static int is_at_end(void) {
  int waiting = 0;
  return ioctl(ct_shared.input, FIONREAD, &waiting) < 0 || waiting == 0;
}

int ct_wait(int milliseconds) {
  struct pollfd polled[2] = {{.fd = ct_shared.input, .events = POLLIN},
                             {.fd = ct_shared.wake, .events = POLLIN}};
  int ready = poll(polled, 2, milliseconds);
  if (ready < 0 && errno != EINTR) return CT_ENDED;
  if (ready > 0 && (polled[1].revents & POLLIN)) drain_wake();
  /* After the counter: what is flagged later pokes again. */
  int happened = atomic_exchange(&ct_shared.pending, 0);
  if (ready < 0) return happened;
  if (polled[0].revents & (POLLHUP | POLLERR | POLLNVAL)) return happened | CT_ENDED;
  if (polled[0].revents & POLLIN) happened |= is_at_end() ? CT_ENDED : CT_INPUT;
  return happened;
}

int ct_is_readable(void) {
  struct pollfd polled = {.fd = ct_shared.input, .events = POLLIN};
  return poll(&polled, 1, 0) > 0 && (polled.revents & POLLIN) && !is_at_end();
}

static enum ct_key key_of(int code) {
  switch (code) {
  case KEY_UP: return CT_KEY_UP;
  case KEY_DOWN: return CT_KEY_DOWN;
  case KEY_LEFT: return CT_KEY_LEFT;
  case KEY_RIGHT: return CT_KEY_RIGHT;
  case KEY_HOME: case KEY_A1: case KEY_FIND: return CT_KEY_HOME;
  case KEY_END: case KEY_C1: case KEY_SELECT: return CT_KEY_END;
  case KEY_PPAGE: case KEY_A3: return CT_KEY_PAGE_UP;
  case KEY_NPAGE: case KEY_C3: return CT_KEY_PAGE_DOWN;
  case KEY_IC: return CT_KEY_INSERT;
  case KEY_DC: return CT_KEY_DELETE;
  case KEY_BACKSPACE: return CT_KEY_BACKSPACE;
  case KEY_ENTER: return CT_KEY_ENTER;
  case KEY_BTAB: return CT_KEY_BACKTAB;
  case PASTE_BEGIN: return CT_KEY_PASTE_BEGIN;
  case PASTE_END: return CT_KEY_PASTE_END;
  default:
    return code > KEY_F(0) && code <= KEY_F(24) ? CT_KEY_FUNCTION + (code - KEY_F(0)) : CT_KEY_OTHER;
  }
}

static ct_input read_mouse(void) {
  ct_input input = {.kind = CT_MOUSE, .value = CT_MOUSE_OTHER};
  MEVENT event;
  if (getmouse(&event) != OK) return input;
  input.row = event.y;
  input.column = event.x;
  if (event.bstate & BUTTON1_PRESSED) input.value = CT_MOUSE_PRESS;
  if (event.bstate & BUTTON4_PRESSED) input.value = CT_MOUSE_WHEEL_UP;
  if (event.bstate & BUTTON5_PRESSED) input.value = CT_MOUSE_WHEEL_DOWN;
  return input;
}

ct_input ct_read(void) {
  ct_input input = {.kind = CT_NOTHING};
  int code = wgetch(reader);
  if (code == ERR) return input;
  if (code == KEY_MOUSE) return read_mouse();
  if (code > 255) {
    input.kind = CT_KEY;
    input.value = key_of(code);
  } else if (reads_utf8) {
    input.kind = CT_BYTE;
    input.value = (uint32_t)code;
  } else {
    wint_t scalar = btowc(code);
    input.kind = CT_SCALAR;
    input.value = scalar == WEOF ? 0xFFFD : scalar;
  }
  return input;
}
