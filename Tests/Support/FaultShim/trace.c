/* The record of what a program did to its files, in the order in which it was done: what a power cut
   may leave of it is worked out from there.

   A record is a line of five words and then so many bytes and LF: what, inode, offset, count, path.
   C created, W written, T cut to a size (as offset), S synced (a directory: its names), R renamed and
   L linked (the bytes are the new path), U removed, M folder made, A said on standard output. */
#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static int trace = -1;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAULT_TRACE");
  if (!path || trace >= 0) return;
  trace = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

int shim_tracing(void) { return trace >= 0; }

void shim_hold(void) {
  if (trace >= 0) pthread_mutex_lock(&order);
}

void shim_release(void) {
  if (trace >= 0) pthread_mutex_unlock(&order);
}

int64_t shim_position(int descriptor) {
  if (trace < 0) return 0;
  struct stat status;
  int flags = fcntl(descriptor, F_GETFL);
  if (flags >= 0 && (flags & O_APPEND)) return fstat(descriptor, &status) == 0 ? status.st_size : 0;
  off_t place = lseek(descriptor, 0, SEEK_CUR);
  return place < 0 ? 0 : place;
}

int shim_exists(int directory, const char *path) {
  struct stat status;
  return fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

static void put(const char *head, int length, const void *bytes, size_t count) {
  int kept = errno;
  char *all = malloc((size_t)length + count + 1);
  if (all) {
    memcpy(all, head, (size_t)length);
    if (count) memcpy(all + length, bytes, count);
    all[(size_t)length + count] = '\n';
    syscall(SYS_write, trace, all, (size_t)length + count + 1);
    free(all);
  }
  errno = kept;
}

static void place(int descriptor, char *out, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t count = readlink(link, out, size - 1);
  out[count < 0 ? 0 : count] = 0;
}

void shim_record(char what, int descriptor, int64_t offset, const void *bytes, size_t count) {
  if (trace < 0) return;
  struct stat status;
  if (fstat(descriptor, &status) != 0) return;
  char path[4096], head[4300];
  place(descriptor, path, sizeof path);
  int length = snprintf(head, sizeof head, "%c %llu %lld %zu %s\n", what,
                        (unsigned long long)status.st_ino, (long long)offset, count, path);
  put(head, length, bytes, count);
}

static void absolute(int directory, const char *path, char *out, size_t size) {
  char base[4096] = "";
  if (path[0] == '/' || !path[0]) {
    snprintf(out, size, "%s", path);
    return;
  }
  if (directory == AT_FDCWD) {
    if (syscall(SYS_getcwd, base, sizeof base) < 0) base[0] = 0;
  } else {
    place(directory, base, sizeof base);
  }
  snprintf(out, size, "%s/%s", base, path);
}

void shim_record_path(char what, int directory, const char *path, int other_directory,
                      const char *other) {
  if (trace < 0) return;
  char from[8192], to[8192], head[8400];
  absolute(directory, path, from, sizeof from);
  absolute(other_directory, other, to, sizeof to);
  struct stat status = {0};
  (void)!lstat(what == 'R' || what == 'L' ? to : from, &status);
  int length = snprintf(head, sizeof head, "%c %llu 0 %zu %s\n", what,
                        (unsigned long long)status.st_ino, strlen(to), from);
  put(head, length, to, strlen(to));
}
