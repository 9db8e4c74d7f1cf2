/* The part of curses that Tiebreak needs, without a curses name.
 *
 * One terminal a process. All functions belong to the thread that called ct_open, but for ct_wake,
 * which any thread may call. No function keeps a pointer it was given. */
#ifndef TIEBREAK_CTERMINAL_H
#define TIEBREAK_CTERMINAL_H

#include <stddef.h>
#include <stdint.h>

enum ct_status { CT_OK, CT_NO_TERMINAL, CT_UNKNOWN_TERMINAL, CT_NO_CURSOR, CT_SYSTEM };

typedef struct {
  int32_t rows, columns;
  int32_t colours;   /* 0 where there are none */
  int32_t is_direct; /* colour numbers are red, green and blue */
  int32_t is_utf8;   /* what is sent may be UTF-8 */
  int32_t error;     /* errno where the status is CT_SYSTEM */
} ct_facts;

/* Takes the terminal over: modes, alternate screen, signals, standard error. `type` is the value of
 * TERM. On anything but CT_OK the terminal and the process are as they were. */
enum ct_status ct_open(const char *type, int wants_mouse, ct_facts *facts);

/* Gives everything back. May be called more than once; exit calls it too. */
void ct_close(void);

/* Gives the terminal back for a while, and takes it over again. */
void ct_leave(void);
void ct_enter(void);

/* Stops the process until it is continued. To be called between ct_leave and ct_enter. */
void ct_stop(void);

/* Sets the modes again after others changed them, and makes the next ct_flush send everything. */
void ct_resume(void);

/* Copies what was written to standard error while the terminal was taken over, from `offset` on.
 * Returns the bytes copied. Valid after ct_close. */
size_t ct_captured(size_t offset, void *buffer, size_t capacity);

/* Drawing. Colours: -1 is the terminal's own. */
enum { CT_BOLD = 1, CT_DIM = 2, CT_UNDERLINE = 4, CT_REVERSE = 8 };

typedef struct {
  uint32_t scalars[5]; /* a base and its marks, ended by 0 where there are fewer */
  int32_t foreground, background;
  uint8_t width; /* 1 or 2; the right half of a wide character is not given */
  uint8_t attributes;
} ct_cell;

/* Draws cells from a place to the right. */
void ct_put(int row, int column, const ct_cell *cells, int count);

/* Sends what was drawn in one go. A row of -1 hides the cursor; `is_large` asks the terminal to show
 * the whole change at once. */
void ct_flush(int cursor_row, int cursor_column, int is_large);

/* Sends a sequence that draws nothing and moves nothing, between two flushes. */
void ct_send(const char *bytes, size_t count);

/* Tells curses the present size and returns it. */
void ct_measure(int32_t *rows, int32_t *columns);

/* Waiting. */
enum {
  CT_INPUT = 1,    /* there is something to read */
  CT_WOKEN = 2,    /* ct_wake was called */
  CT_RESIZED = 4,  /* the terminal has another size */
  CT_STOP = 8,     /* the process was asked to stop: ct_leave, ct_stop, ct_enter */
  CT_RESUMED = 16, /* the process was stopped and continued behind our back */
  CT_ENDED = 32    /* the terminal is gone or the process was asked to end */
};

/* Waits for at most `milliseconds`, for ever where that is negative. Returns what happened. */
int ct_wait(int milliseconds);

/* Makes ct_wait return with CT_WOKEN. Any thread. */
void ct_wake(void);

/* Milliseconds of a clock that only goes forward. */
int64_t ct_now(void);

/* Reading. */
/* A byte of UTF-8, or, where the terminal is not set to UTF-8, a scalar. Bytes are put together by the
 * caller: curses swallows what follows one that it cannot decode. */
enum ct_kind { CT_NOTHING, CT_BYTE, CT_SCALAR, CT_KEY, CT_MOUSE };

enum ct_key {
  CT_KEY_OTHER, CT_KEY_UP, CT_KEY_DOWN, CT_KEY_LEFT, CT_KEY_RIGHT, CT_KEY_HOME, CT_KEY_END,
  CT_KEY_PAGE_UP, CT_KEY_PAGE_DOWN, CT_KEY_INSERT, CT_KEY_DELETE, CT_KEY_BACKSPACE, CT_KEY_ENTER,
  CT_KEY_BACKTAB, CT_KEY_PASTE_BEGIN, CT_KEY_PASTE_END, CT_KEY_FUNCTION /* plus its number */
};

enum ct_mouse { CT_MOUSE_OTHER, CT_MOUSE_PRESS, CT_MOUSE_WHEEL_UP, CT_MOUSE_WHEEL_DOWN };

typedef struct {
  enum ct_kind kind;
  uint32_t value; /* the byte, the scalar, the ct_key, or the ct_mouse */
  int32_t row, column;
} ct_input;

/* Whether there is more to read at this moment. */
int ct_is_readable(void);

/* Reads one thing without waiting, but for the 25 ms that tell an escape from a key. */
ct_input ct_read(void);

/* Lines instead of a screen: nothing is drawn, what is printed stays. ct_wait, ct_wake, ct_stop,
 * ct_now and ct_captured serve both; nothing else above does. `accepts_sequences` is 0 for a terminal
 * that would print what begins with an escape. */
enum ct_status ct_lines_open(int accepts_sequences, ct_facts *facts);
void ct_lines_close(void);

/* Gives the terminal back for a while, and takes its keys again. */
void ct_lines_leave(void);
void ct_lines_enter(void);

/* Takes the keys again after others changed the modes. */
void ct_lines_resume(void);

void ct_lines_print(const char *bytes, size_t count);

/* Reads what is waiting, without decoding it. Returns the bytes read. */
size_t ct_lines_read(uint8_t *bytes, size_t capacity);

#endif
