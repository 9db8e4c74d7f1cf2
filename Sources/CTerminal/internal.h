/* What the files of this target share. */
#ifndef TIEBREAK_CTERMINAL_INTERNAL_H
#define TIEBREAK_CTERMINAL_INTERNAL_H

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include <signal.h>
#include <stdatomic.h>
#include <termios.h>

#include "CTerminal.h"

/* Everything that signal handlers may look at. It is filled before they are installed. */
struct ct_shared {
  int input, output;          /* descriptors of the terminal */
  int wake;                   /* eventfd */
  int stderr_copy, captured;  /* the real standard error; where it goes meanwhile; -1 if it is not ours */
  struct termios modes;       /* as they were before */
  char restore[512];          /* what brings the screen back */
  size_t restore_length;
  atomic_int is_up;           /* the terminal is taken over at this moment */
  atomic_int pending;         /* what ct_wait has yet to report, of its flags */
};

extern struct ct_shared ct_shared;

/* session.c */
int ct_choose_locale(void);
enum ct_status ct_open_descriptors(void);
void ct_close_descriptors(void);

/* signals.c */
void ct_install_handlers(void);
void ct_remove_handlers(void);
/* Brings modes, screen and standard error back with write and tcsetattr alone. Signal-safe. */
void ct_restore_raw(void);

/* capture.c */
void ct_capture_begin(void);
void ct_capture_end(void);
/* Copies to the real standard error what was captured, controls made visible. Signal-safe. */
void ct_capture_replay_raw(void);

/* input.c */
void ct_prepare_input(int wants_mouse);
void ct_release_input(void);
/* Makes ct_wait look at what is pending. Signal-safe. */
void ct_poke(void);

/* Writes all bytes, as far as the terminal takes them. Signal-safe. */
void ct_write_all(int descriptor, const char *bytes, size_t count);

#endif
