#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static long long now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Only async-signal-safe calls from here to exec: the parent has threads. */
static void become(const char *const argv[], const char *const environment[], const char *directory,
                   const char *name, int failed) {
  setsid();
  int tty = open(name, O_RDWR);
  if (tty < 0 || ioctl(tty, TIOCSCTTY, 0) < 0) goto fail;
  dup2(tty, 0);
  dup2(tty, 1);
  dup2(tty, 2);
  if (tty > 2) close(tty);
  if (directory && chdir(directory) != 0) goto fail;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  execve(argv[0], (char *const *)argv, (char *const *)environment);
fail:;
  int error = errno;
  ssize_t written = write(failed, &error, sizeof error);
  (void)written;
  _exit(127);
}

int pt_spawn(const char *const argv[], const char *const environment[], const char *directory,
             int columns, int rows, pt_session *session) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return errno;
  char name[128];
  int report[2];
  if (grantpt(master) < 0 || unlockpt(master) < 0 || ptsname_r(master, name, sizeof name) != 0 ||
      pipe2(report, O_CLOEXEC) < 0) {
    int error = errno;
    close(master);
    return error;
  }
  pt_resize(master, columns, rows);
  pid_t child = fork();
  if (child == 0) become(argv, environment, directory, name, report[1]);
  int error = child < 0 ? errno : 0;
  close(report[1]);
  if (child > 0 && read(report[0], &error, sizeof error) > 0) waitpid(child, NULL, 0);
  close(report[0]);
  if (error != 0) {
    close(master);
    return error;
  }
  session->master = master;
  session->child = child;
  return 0;
}

int pt_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size) < 0 ? errno : 0;
}

ssize_t pt_read(int master, void *buffer, size_t capacity, int milliseconds) {
  struct pollfd poller = {.fd = master, .events = POLLIN};
  int ready = poll(&poller, 1, milliseconds);
  if (ready == 0 || (ready < 0 && errno == EINTR)) return 0;
  if (ready < 0) return -1;
  ssize_t count = read(master, buffer, capacity);
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  return count <= 0 ? -1 : count;
}

int pt_write(int master, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(master, next, count);
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) {
      next += written;
      count -= (size_t)written;
    }
  }
  return 0;
}

int pt_is_canonical(int master) {
  struct termios modes;
  if (tcgetattr(master, &modes) < 0) return -1;
  return (modes.c_lflag & (ICANON | ECHO)) == (ICANON | ECHO);
}

/* The process is waited for through a descriptor, so that nothing has to be asked again and again. */
int pt_wait(pid_t child, int milliseconds, int *status) {
  int handle = (int)syscall(SYS_pidfd_open, child, 0);
  if (handle >= 0) {
    struct pollfd poller = {.fd = handle, .events = POLLIN};
    poll(&poller, 1, milliseconds);
    close(handle);
  }
  return waitpid(child, status, WNOHANG) == child;
}

int pt_wait_stopped(pid_t child, int milliseconds) {
  long long end = now_ms() + milliseconds;
  do {
    int status = 0;
    if (waitpid(child, &status, WNOHANG | WUNTRACED) == child) return WIFSTOPPED(status);
    poll(NULL, 0, 2);
  } while (now_ms() < end);
  return 0;
}

int pt_signal(pid_t child, int number) { return kill(child, number) < 0 ? errno : 0; }

void pt_close(int master) { close(master); }

int pt_system_width(unsigned scalar) {
  static _Thread_local locale_t utf8;
  if (!utf8) utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (!utf8) return -1;
  locale_t before = uselocale(utf8);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}

int pt_exited(int status) { return WIFEXITED(status); }

int pt_exit_code(int status) { return WEXITSTATUS(status); }

int pt_term_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }
