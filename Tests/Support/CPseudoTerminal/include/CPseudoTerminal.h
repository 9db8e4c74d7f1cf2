/* Starts a program on a terminal of its own, for tests. Any thread may call; one thread per child. */
#ifndef TIEBREAK_CPSEUDOTERMINAL_H
#define TIEBREAK_CPSEUDOTERMINAL_H

#include <stddef.h>
#include <sys/types.h>

typedef struct {
  int master;
  pid_t child;
} pt_session;

/* Runs argv[0] on a new pseudo-terminal as the leader of its session. The arrays end in NULL and
 * stay the caller's; `directory` may be NULL. Returns 0 or an errno. */
int pt_spawn(const char *const argv[], const char *const environment[], const char *directory,
             int columns, int rows, pt_session *session);

/* Changes the size of the terminal, of which the child is told by SIGWINCH. */
int pt_resize(int master, int columns, int rows);

/* Waits at most `milliseconds` for output. Returns the bytes read, 0 on time-out, -1 at the end. */
ssize_t pt_read(int master, void *buffer, size_t capacity, int milliseconds);

/* Writes everything, waiting where the child is slow. Returns 0 or an errno. */
int pt_write(int master, const void *bytes, size_t count);

/* Whether the terminal turns typed lines into input by itself, as a shell leaves it: 1, 0, or -1. */
int pt_is_canonical(int master);

/* Waits at most `milliseconds` for the child to end. Returns 1 and its status as of waitpid, or 0. */
int pt_wait(pid_t child, int milliseconds, int *status);

/* Waits at most `milliseconds` for the child to stop. Returns 1 or 0. */
int pt_wait_stopped(pid_t child, int milliseconds);

/* Sends a signal to the child alone. Returns 0 or an errno. */
int pt_signal(pid_t child, int signal);

/* Closes the terminal, on which the child gets SIGHUP. */
void pt_close(int master);

/* The cells that the C library gives a scalar in UTF-8; -1 where it does not know it. */
int pt_system_width(unsigned scalar);

int pt_exited(int status);
int pt_exit_code(int status);
int pt_term_signal(int status);

#endif
