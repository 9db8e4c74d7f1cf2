/* Lets system calls of a program go wrong, one at a time. Built by the tests and loaded with
   LD_PRELOAD; what the program calls lies in calls.c, the record of what it did in trace.c.

   FAULT_UNDER    only files below this folder count
   FAULT_PAGE     a file that holds a `struct page`
   FAULT_AT       the call that goes wrong, from 1; 0 or unset: none, they are counted
   FAULT_ONWARDS  set: it and every later one
   FAULT_KIND     kill-before, short-kill, kill-after, short, or the number of an error
   FAULT_CALLS    kinds of calls that count, with commas; unset: all that change something
   FAULT_NAMED    only paths that contain this
   FAULT_TRACE    a file that is told of everything that was done */
#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *const names[CALL_COUNT] = {"open",   "write", "sync", "truncate", "rename",
                                              "unlink", "mkdir", "link", "read"};

static struct {
  int ready;
  char under[4096];
  char named[256];
  uint64_t at;
  int onwards;
  enum fate fate;
  int dies_before;
  int error;
  unsigned calls;
  struct page *page;
} plan;

__attribute__((constructor)) static void begin(void) {
  if (plan.ready) return;
  plan.ready = 1;
  const char *under = getenv("FAULT_UNDER"), *page = getenv("FAULT_PAGE");
  if (!under || !page) return;
  snprintf(plan.under, sizeof plan.under, "%s", under);
  snprintf(plan.named, sizeof plan.named, "%s", getenv("FAULT_NAMED") ?: "");
  plan.at = strtoull(getenv("FAULT_AT") ?: "0", NULL, 10);
  plan.onwards = getenv("FAULT_ONWARDS") != NULL;
  const char *kind = getenv("FAULT_KIND") ?: "";
  plan.dies_before = !strcmp(kind, "kill-before");
  plan.fate = !strcmp(kind, "short-kill")   ? FATE_KILL_AFTER
              : !strcmp(kind, "kill-after") ? FATE_KILL_AFTER
              : !strcmp(kind, "short")      ? FATE_SHORT
                                            : FATE_FAIL;
  if (!strcmp(kind, "short-kill")) plan.error = -1;
  if (plan.fate == FATE_FAIL) plan.error = atoi(kind);
  const char *calls = getenv("FAULT_CALLS");
  for (int call = 0; call < CALL_COUNT; call++)
    if (calls ? strstr(calls, names[call]) != NULL : call != CALL_READ) plan.calls |= 1u << call;
  int file = (int)syscall(SYS_openat, AT_FDCWD, page, O_RDWR | O_CLOEXEC, 0);
  if (file < 0) return;
  void *map = mmap(NULL, sizeof *plan.page, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  syscall(SYS_close, file);
  if (map != MAP_FAILED) plan.page = map;
}

/* Writes an absolute path without `.`, `..` and doubled slashes; links are not followed. */
static void whole(int directory, const char *path, char *out, size_t size) {
  char from[8192];
  if (path[0] == '/') {
    snprintf(from, sizeof from, "%s", path);
  } else {
    char base[4096] = "";
    if (directory == AT_FDCWD) {
      if (syscall(SYS_getcwd, base, sizeof base) < 0) base[0] = 0;
    } else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
      ssize_t count = readlink(link, base, sizeof base - 1);
      base[count < 0 ? 0 : count] = 0;
    }
    snprintf(from, sizeof from, "%s/%s", base, path);
  }
  size_t length = 0;
  out[0] = 0;
  for (char *rest = NULL, *part = strtok_r(from, "/", &rest); part;
       part = strtok_r(NULL, "/", &rest)) {
    if (!strcmp(part, ".")) continue;
    if (!strcmp(part, "..")) {
      while (length > 0 && out[length - 1] != '/') length--;
      if (length > 0) length--;
      out[length] = 0;
      continue;
    }
    length += (size_t)snprintf(out + length, size - length, "/%s", part);
    if (length >= size) length = size - 1;
  }
}

static int counts(const char *path) {
  size_t length = strlen(plan.under);
  return plan.page && !strncmp(path, plan.under, length) &&
         (path[length] == '/' || path[length] == 0) && strstr(path, plan.named) != NULL;
}

void shim_die(void) {
  syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  for (;;) pause();
}

static struct verdict judge(enum call call, const char *path) {
  struct verdict verdict = {FATE_PROCEED, 0};
  if (!(plan.calls & 1u << call) || !counts(path)) return verdict;
  uint64_t number = atomic_fetch_add(&plan.page->calls, 1) + 1;
  if (!plan.at || (plan.onwards ? number < plan.at : number != plan.at)) return verdict;
  atomic_fetch_add(&plan.page->faults, 1);
  if (plan.dies_before) shim_die();
  verdict.fate = plan.fate;
  verdict.error = plan.error;
  if (plan.fate == FATE_SHORT && call != CALL_WRITE) verdict.fate = FATE_PROCEED;
  return verdict;
}

struct verdict shim_path(enum call call, int directory, const char *path) {
  begin();
  char full[4096];
  if (!plan.page) return (struct verdict){FATE_PROCEED, 0};
  whole(directory, path, full, sizeof full);
  return judge(call, full);
}

struct verdict shim_file(enum call call, int descriptor) {
  begin();
  if (!plan.page) return (struct verdict){FATE_PROCEED, 0};
  int kept = errno;
  char link[64], full[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t count = readlink(link, full, sizeof full - 1);
  full[count < 0 ? 0 : count] = 0;
  errno = kept;
  return judge(call, full);
}

void shim_done(struct verdict verdict) {
  if (verdict.fate == FATE_KILL_AFTER) shim_die();
}

int64_t shim_clock(void) {
  begin();
  return plan.page ? atomic_load(&plan.page->clock_ms) : 0;
}
