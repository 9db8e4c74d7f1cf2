/* The calls that the shim stands before. Both names of a call are there, with and without 64: programs
   in Swift use the first, SQLite the second. */
#define _GNU_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define REAL(type, name, ...)                                  \
  static type (*real)(__VA_ARGS__);                            \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define FAILS(verdict)                 \
  if ((verdict).fate == FATE_FAIL) {   \
    errno = (verdict).error;           \
    return -1;                         \
  }

/* A short write takes half of the bytes, and one of a single byte none. */
static size_t taken(struct verdict verdict, size_t count) {
  int is_short =
      verdict.fate == FATE_SHORT || (verdict.fate == FATE_KILL_AFTER && verdict.error == -1);
  return is_short ? count / 2 : count;
}

static int changes(int flags) {
  return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC));
}

static int opened(int directory, const char *path, int flags, mode_t mode) {
  REAL(int, "openat", int, const char *, int, ...);
  struct verdict verdict = shim_path(changes(flags) ? CALL_OPEN : CALL_READ, directory, path);
  FAILS(verdict);
  shim_hold();
  int is_new = shim_tracing() && (flags & O_CREAT) && !shim_exists(directory, path);
  int file = real(directory, path, flags, mode);
  if (file >= 0 && is_new) shim_record('C', file, 0, NULL, 0);
  if (file >= 0 && (flags & O_TRUNC)) shim_record('T', file, 0, NULL, 0);
  shim_release();
  shim_done(verdict);
  return file;
}

#define MODE(flags)                                \
  mode_t mode = 0;                                 \
  if ((flags) & (O_CREAT | O_TMPFILE)) {           \
    va_list list;                                  \
    va_start(list, flags);                         \
    mode = va_arg(list, mode_t);                   \
    va_end(list);                                  \
  }

int open(const char *path, int flags, ...) {
  MODE(flags)
  return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE(flags)
  return opened(AT_FDCWD, path, flags, mode);
}
int openat(int directory, const char *path, int flags, ...) {
  MODE(flags)
  return opened(directory, path, flags, mode);
}
int openat64(int directory, const char *path, int flags, ...) {
  MODE(flags)
  return opened(directory, path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  struct verdict verdict = shim_file(CALL_WRITE, file);
  FAILS(verdict);
  shim_hold();
  int64_t offset = shim_position(file);
  ssize_t done = real(file, bytes, taken(verdict, count));
  if (done > 0) shim_record(file == 1 ? 'A' : 'W', file, offset, bytes, (size_t)done);
  shim_release();
  shim_done(verdict);
  return done;
}

static ssize_t written_at(int file, const void *bytes, size_t count, off_t offset) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  struct verdict verdict = shim_file(CALL_WRITE, file);
  FAILS(verdict);
  shim_hold();
  ssize_t done = real(file, bytes, taken(verdict, count), offset);
  if (done > 0) shim_record('W', file, offset, bytes, (size_t)done);
  shim_release();
  shim_done(verdict);
  return done;
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return written_at(file, bytes, count, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  return written_at(file, bytes, count, offset);
}

/* Piece by piece, so that a trace and a short write need to know one kind of write only. */
ssize_t writev(int file, const struct iovec *pieces, int count) {
  ssize_t sum = 0;
  for (int i = 0; i < count; i++) {
    ssize_t done = write(file, pieces[i].iov_base, pieces[i].iov_len);
    if (done < 0) return sum > 0 ? sum : done;
    sum += done;
    if ((size_t)done < pieces[i].iov_len) break;
  }
  return sum;
}

static ssize_t read_at(int file, void *bytes, size_t count, off_t offset) {
  REAL(ssize_t, "pread", int, void *, size_t, off_t);
  struct verdict verdict = shim_file(CALL_READ, file);
  FAILS(verdict);
  ssize_t done = real(file, bytes, count, offset);
  shim_done(verdict);
  return done;
}
ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
  return read_at(file, bytes, count, offset);
}
ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
  return read_at(file, bytes, count, offset);
}
ssize_t read(int file, void *bytes, size_t count) {
  REAL(ssize_t, "read", int, void *, size_t);
  struct verdict verdict = shim_file(CALL_READ, file);
  FAILS(verdict);
  ssize_t done = real(file, bytes, count);
  shim_done(verdict);
  return done;
}

static int synced(int (*real)(int), int file) {
  struct verdict verdict = shim_file(CALL_SYNC, file);
  FAILS(verdict);
  shim_hold();
  int done = real(file);
  if (done == 0) shim_record('S', file, 0, NULL, 0);
  shim_release();
  shim_done(verdict);
  return done;
}
int fsync(int file) {
  REAL(int, "fsync", int);
  return synced(real, file);
}
int fdatasync(int file) {
  REAL(int, "fdatasync", int);
  return synced(real, file);
}

static int cut(int file, off_t size) {
  REAL(int, "ftruncate", int, off_t);
  struct verdict verdict = shim_file(CALL_TRUNCATE, file);
  FAILS(verdict);
  shim_hold();
  int done = real(file, size);
  if (done == 0) shim_record('T', file, size, NULL, 0);
  shim_release();
  shim_done(verdict);
  return done;
}
int ftruncate(int file, off_t size) { return cut(file, size); }
int ftruncate64(int file, off64_t size) { return cut(file, size); }

int renameat(int from, const char *path, int to, const char *other) {
  REAL(int, "renameat", int, const char *, int, const char *);
  struct verdict verdict = shim_path(CALL_RENAME, to, other);
  FAILS(verdict);
  shim_hold();
  int done = real(from, path, to, other);
  if (done == 0) shim_record_path('R', from, path, to, other);
  shim_release();
  shim_done(verdict);
  return done;
}
int rename(const char *path, const char *other) {
  return renameat(AT_FDCWD, path, AT_FDCWD, other);
}

int link(const char *path, const char *other) {
  REAL(int, "link", const char *, const char *);
  struct verdict verdict = shim_path(CALL_LINK, AT_FDCWD, other);
  FAILS(verdict);
  shim_hold();
  int done = real(path, other);
  if (done == 0) shim_record_path('L', AT_FDCWD, path, AT_FDCWD, other);
  shim_release();
  shim_done(verdict);
  return done;
}

static int removed(int directory, const char *path, int flags) {
  REAL(int, "unlinkat", int, const char *, int);
  struct verdict verdict = shim_path(CALL_UNLINK, directory, path);
  FAILS(verdict);
  shim_hold();
  int done = real(directory, path, flags);
  if (done == 0) shim_record_path('U', directory, path, AT_FDCWD, "");
  shim_release();
  shim_done(verdict);
  return done;
}
int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int directory, const char *path, int flags) {
  return removed(directory, path, flags);
}
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  struct verdict verdict = shim_path(CALL_MKDIR, AT_FDCWD, path);
  FAILS(verdict);
  shim_hold();
  int done = real(path, mode);
  if (done == 0) shim_record_path('M', AT_FDCWD, path, AT_FDCWD, "");
  shim_release();
  shim_done(verdict);
  return done;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  REAL(int, "clock_gettime", clockid_t, struct timespec *);
  int done = real(clock, time);
  int64_t shift = clock == CLOCK_REALTIME && done == 0 ? shim_clock() : 0;
  if (shift) {
    int64_t sum = time->tv_nsec + shift % 1000 * 1000000;
    time->tv_sec += shift / 1000 + (sum < 0 ? -1 : sum / 1000000000);
    time->tv_nsec = (sum % 1000000000 + 1000000000) % 1000000000;
  }
  return done;
}
int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  (void)zone;
  struct timespec precise;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  time->tv_sec = precise.tv_sec;
  time->tv_usec = precise.tv_nsec / 1000;
  return 0;
}
